import { expectVisible } from './wait.js'

/** The cells of a list's first row. */
export const firstRow = (page) => page.locator('tbody tr').first()

/** Waits until the first row has a text in it. */
export const expectFirst = (page, text) => expectVisible(firstRow(page).filter({ hasText: text }))

/** Waits until a list has all of its so many rows. */
export async function expectLoaded(page, count) {
  await page
    .getByText(`(${count.toLocaleString('en')})`, { exact: true })
    .first()
    .waitFor({ timeout: 120_000 })
}

export async function nextPage(page) {
  await page.getByRole('button', { name: 'Next page' }).click()
}

/** Sorts by a column, or the other way round if it is so already. */
export async function sortBy(page, column) {
  await page.getByRole('columnheader', { name: column }).getByRole('button').first().click()
}

/** Shows a column that is hidden. */
export async function showColumn(page, name) {
  await page.getByRole('button', { name: 'Preferences' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('checkbox', { name }).click()
  await dialog.getByRole('button', { name: 'Confirm' }).click()
}
