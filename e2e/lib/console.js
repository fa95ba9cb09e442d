import { expectVisible } from './wait.js'

/** Chooses from a menu of the navigation bar. */
export async function chooseFromMenu(page, menu, item) {
  await page.getByRole('button', { name: menu }).click()
  await page.getByRole('menuitem', { name: item, exact: true }).click()
}

/** Opens a service from the navigation bar. */
export function openService(page, name) {
  return chooseFromMenu(page, /^Services/, name)
}

/** Opens a page from the navigation pane of the service. */
export async function openSection(page, name) {
  await page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link', { name, exact: true }).click()
  await expectHeading(page, name)
}

export async function openTab(page, name) {
  await page.getByRole('tab', { name, exact: true }).click()
}

/** Presses a button. One that leads to another page is a button too. */
export async function press(place, name) {
  await place.getByRole('button', { name, exact: true }).first().click()
}

export function expectHeading(page, name) {
  return expectVisible(page.getByRole('heading', { level: 1, name, exact: false }))
}

/** Types into the search box of a list. */
export async function search(page, what, text) {
  await page.getByRole('searchbox', { name: `Search ${what}` }).fill(text)
}

/** Replaces everything in the policy editor, as one paste does. */
export async function replaceDocument(page, text) {
  const box = page.locator('.policy-editor .ace_text-input')
  await box.focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(text)
}

/** What the policy editor holds, as copying all of it would give. */
export function documentText(page) {
  return page.evaluate(() => document.querySelector('.ace_editor').env.editor.getValue())
}
