import assert from 'node:assert/strict'
import { press } from '../lib/console.js'
import { readQR } from '../lib/device.js'
import { expectCount, expectVisible } from '../lib/wait.js'
import { user } from './scene.js'

/** The open dialog "Manage MFA Device". */
export const wizard = (page) => page.getByRole('dialog')

/** Opens the wizard of a user who has no device, and chooses the type of device. */
export async function openWizard(page, kind, name = user) {
  await press(page, 'Manage')
  await expectVisible(wizard(page).getByText('Manage MFA Device'))
  for (const each of ['Virtual MFA device', 'U2F security key', 'Other hardware MFA device']) {
    await expectVisible(wizard(page).getByRole('radio', { name: each }))
  }
  await expectVisible(
    wizard(page)
      .getByLabel('Device name')
      .and(page.locator(`[value="${name}"]`)),
  )
  await wizard(page).getByRole('radio', { name: kind }).check()
}

/** Opens the wizard at the step of one type of device. */
export async function beginWizard(page, kind, name) {
  await openWizard(page, kind, name)
  await press(wizard(page), 'Continue')
}

/** Opens the wizard of a user who has a device at the step that adds another. */
export async function addDevice(page, kind) {
  await press(page, 'Manage')
  await wizard(page).getByRole('radio', { name: 'Assign another MFA device' }).check()
  await press(wizard(page), 'Continue')
  await wizard(page).getByRole('radio', { name: kind }).check()
}

/** Removes the user's only device, as far as the wizard lets it. */
export async function removeDevice(page) {
  await press(page, 'Manage')
  await wizard(page).getByRole('radio', { name: 'Remove' }).check()
  await press(wizard(page), 'Continue')
  await press(wizard(page), 'Remove')
}

/** Types two codes and presses "Assign MFA". */
export async function assign(page, [first, second]) {
  await wizard(page).getByLabel('MFA Code 1').fill(first)
  await wizard(page).getByLabel('MFA Code 2').fill(second)
  await press(wizard(page), 'Assign MFA')
}

/** The secret, as the picture and the text have it: both are hidden until they are asked for. */
export async function readSeed(page) {
  const picture = wizard(page).getByRole('img', { name: /QR code/ })
  const text = wizard(page).getByText(/^[A-Z2-7]{64}$/)
  await expectVisible(wizard(page).getByRole('button', { name: 'Show QR code' }))
  await expectCount(picture, 0)
  await expectCount(text, 0)
  await press(wizard(page), 'Show QR code')
  await expectVisible(picture)
  const secret = new URL(await readQR(picture)).searchParams.get('secret')
  await press(wizard(page), 'Show secret key')
  await expectVisible(text)
  assert.equal(await text.innerText(), secret)
  for (const name of ['MFA Code 1', 'MFA Code 2']) await expectVisible(wizard(page).getByLabel(name))
  for (const name of ['Cancel', 'Previous', 'Assign MFA'])
    await expectVisible(wizard(page).getByRole('button', { name, exact: true }))
  return secret
}
