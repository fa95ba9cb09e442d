import { press } from './console.js'
import { expectText, expectVisible } from './wait.js'

/** Launches an instance on the page of instances, and answers its row in the list. */
export async function launchInstance(page, name) {
  await press(page, 'Launch instance')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name', { exact: true }).fill(name)
  await dialog.getByLabel('Image', { exact: true }).click()
  await page.getByRole('option').first().click()
  await press(dialog, 'Launch instance')
  await expectText(page, /^Launched: i-/)
  const row = page.getByRole('row', { name: new RegExp(name) })
  await expectVisible(row)
  return row
}

/** Waits, on the server's clock, until an instance has a state. */
export async function expectState(page, server, row, state) {
  await server.advance('5m')
  await press(page, 'Refresh')
  await expectVisible(row.getByText(state, { exact: true }))
}

/** Has the chosen instances do something, by the button and its question, and waits until the server has heard of it. */
export async function power(page, action) {
  await press(page, action)
  const answered = page.waitForResponse((response) =>
    response.request().postData()?.includes(`Action=${action}Instances`),
  )
  await press(page.getByRole('dialog'), action)
  await answered
}
