import assert from 'node:assert/strict'

// What a person does who has no mouse. Nothing here clicks, and no script moves the focus.

/** How many times a person would press a key on one page before giving up. */
const most = 150

/** Presses Tab until something has the focus. Each place on the way must be in view, and not below what sticks to the top (WCAG 2.4.11). */
export async function tabTo(page, locator, key = 'Tab') {
  await locator.first().waitFor()
  for (let times = 0; times < most; times++) {
    if (await locator.first().evaluate((each) => each === document.activeElement)) return
    await page.keyboard.press(key)
    await assertFocusIsSeen(page)
  }
  assert.fail(`${locator} is not reached by ${key} on ${page.url()}: the focus is at ${await focused(page)}`)
}

/** Goes to something with Tab and presses Enter. */
export async function enter(page, locator) {
  await tabTo(page, locator)
  await page.keyboard.press('Enter')
}

/** Goes to a field with Tab and types. */
export async function type(page, locator, text) {
  await tabTo(page, locator)
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(text)
}

/** Opens a menu with Enter and walks to an item with the arrow. */
export async function chooseFromMenu(page, menu, item) {
  await enter(page, page.getByRole('button', { name: menu }))
  await page.getByRole('menuitem', { name: item, exact: true }).waitFor()
  await arrowTo(page, 'ArrowDown', async () => (await focusedText(page)) === item)
  await page.keyboard.press('Enter')
}

/** Goes to the tabs with Tab, and to one of them with the arrow. */
export async function chooseTab(page, name) {
  await tabTo(page, page.getByRole('tab', { selected: true }))
  await arrowTo(page, 'ArrowRight', async () => (await focusedText(page)) === name)
  await page.keyboard.press('Enter')
  await page.getByRole('tab', { name, exact: true, selected: true }).waitFor()
}

/** Where the focus is, for messages and comparisons. */
export function focused(page) {
  return page.evaluate(() => document.activeElement.outerHTML.slice(0, 200))
}

export function focusedText(page) {
  return page.evaluate(() => document.activeElement.innerText?.trim())
}

async function arrowTo(page, key, isThere) {
  for (let times = 0; times < most; times++) {
    if (await isThere()) return
    await page.keyboard.press(key)
  }
  assert.fail(`not reached with ${key}: the focus is at ${await focused(page)}`)
}

async function assertFocusIsSeen(page) {
  const fault = await page.evaluate(() => {
    const focus = document.activeElement
    if (focus === document.body) return
    const { left, top, right, bottom } = focus.getBoundingClientRect()
    if (right <= 0 || bottom <= 0 || left >= innerWidth || top >= innerHeight) return 'out of view'
    const points = [
      [left + 1, top + 1],
      [(left + right) / 2, (top + bottom) / 2],
      [right - 1, bottom - 1],
    ]
    const bars = [...document.querySelectorAll('#top-bar, header')].filter((bar) => !bar.contains(focus))
    const covered = points.every(([x, y]) => bars.some((bar) => bar.contains(document.elementFromPoint(x, y))))
    return covered ? 'covered by the header' : undefined
  })
  assert.equal(fault, undefined, `the focus is ${fault}: ${await focused(page)}`)
}
