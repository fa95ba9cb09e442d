import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertAccessible } from './lib/axe.js'
import { newContext } from './lib/browser.js'
import { press } from './lib/console.js'
import { codeAt, readQR, twoCodes } from './lib/device.js'
import { mustCall, signOut } from './lib/people.js'
import { account } from './lib/server.js'
import { newStage } from './lib/stage.js'
import { expectCount, expectPath, expectText, expectVisible } from './lib/wait.js'

const stage = newStage()
const virtual = `arn:aws:iam::${account.id}:mfa/root-account-mfa-device`
const token = { serial: 'GAHT12345678', secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ' }

const wizard = (page) => page.getByRole('dialog')

async function typePassword(page) {
  await page.goto('/signin/-/root')
  await page.getByLabel('Email address').fill(stage.server.root.email)
  await page.getByLabel('Password').fill(stage.server.root.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

async function typeCode(page, secret) {
  await page.getByLabel('MFA code').fill(codeAt(secret, await stage.server.advance('30s')))
  await page.getByRole('button', { name: 'Submit' }).click()
  await expectPath(page, /^\/console\//)
}

/** Opens the wizard on the page of root's credentials. Who has a device already is asked what to do first. */
async function openWizard(page, task) {
  await page.goto('/console/security-credentials')
  await press(page, 'Manage')
  if (!task) return
  await wizard(page).getByRole('radio', { name: task }).check()
}

/** Types two codes that follow each other. */
async function assign(page, secret) {
  const [first, second] = twoCodes(secret, await stage.server.advance('0s'))
  await wizard(page).getByLabel('MFA Code 1').fill(first)
  await wizard(page).getByLabel('MFA Code 2').fill(second)
  await press(wizard(page), 'Assign MFA')
}

async function remove(page, serial) {
  await openWizard(page, 'Remove')
  const which = wizard(page).getByRole('button', { name: 'Device' })
  if (await which.isVisible()) {
    await which.click()
    await page.getByRole('option', { name: serial }).click()
  }
  await press(wizard(page), 'Continue')
  await press(wizard(page), 'Remove')
  await expectText(page, 'The MFA device has been removed.')
}

test('the root user enrols every kind of device, chooses one at sign-in, and removes them', async () => {
  const { context, assertClean } = await newContext(stage.browser, stage.server)
  const page = await context.newPage()
  await typePassword(page)
  await expectPath(page, /^\/console\//)

  await openWizard(page)
  for (const name of ['Virtual MFA device', 'U2F security key', 'Other hardware MFA device'])
    assert.ok(await wizard(page).getByRole('radio', { name }).isEnabled(), name)
  assert.equal(await wizard(page).getByLabel('Device name').inputValue(), 'root-account-mfa-device')
  await assertAccessible(page)
  await press(wizard(page), 'Continue')
  await press(wizard(page), 'Show QR code')
  const uri = new URL(await readQR(wizard(page).getByRole('img', { name: /QR code/ })))
  assert.equal(decodeURIComponent(uri.pathname).split('/').pop(), `root-account-mfa-device@${account.alias}`)
  const secret = uri.searchParams.get('secret')
  await assign(page, secret)
  await expectText(page, 'You have successfully assigned virtual MFA.')
  await expectText(page, `${virtual} (Virtual)`)

  await press(page, 'Sign in again with MFA')
  await typePassword(page)
  await expectPath(page, /mfa$/)
  await assertAccessible(page)
  await typeCode(page, secret)

  const devtools = await context.newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const options = { protocol: 'ctap2', transport: 'usb', automaticPresenceSimulation: true }
  await devtools.send('WebAuthn.addVirtualAuthenticator', { options })
  await openWizard(page, 'Assign another MFA device')
  await press(wizard(page), 'Continue')
  await wizard(page).getByRole('radio', { name: 'U2F security key' }).check()
  await press(wizard(page), 'Continue')
  await press(wizard(page), 'Register')
  await expectText(page, 'You have successfully assigned a U2F security key.')

  await mustCall(stage.administrator, 'cardea', 'ImportHardwareMFADevices', {
    Version: '2026-01-01',
    'Devices.member.1.SerialNumber': token.serial,
    'Devices.member.1.Base32Seed': token.secret,
  })
  await openWizard(page, 'Assign another MFA device')
  await press(wizard(page), 'Continue')
  await wizard(page).getByRole('radio', { name: 'Other hardware MFA device' }).check()
  await press(wizard(page), 'Continue')
  await wizard(page).getByLabel('Serial number').fill(token.serial)
  await assign(page, token.secret)
  await expectText(page, 'You have successfully assigned hardware MFA.')
  await expectText(page, `${token.serial} (Hardware)`)

  await signOut(page)
  await typePassword(page)
  const another = (name) => page.getByRole('link', { name: `Try another method: ${name}` })
  await another('Authenticator app').or(page.getByLabel('MFA code')).first().waitFor()
  await page.goto('/signin/-/mfa?method=virtual')
  await another('Security key').click()
  await assertAccessible(page)
  await page.getByRole('button', { name: 'Use security key' }).click()
  await expectPath(page, /^\/console\//)

  await signOut(page)
  await typePassword(page)
  await page.goto('/signin/-/mfa?method=virtual')
  await another('Hardware token').click()
  await typeCode(page, token.secret)

  await remove(page, token.serial)
  await remove(page, virtual)
  await expectCount(page.getByText(virtual), 0)
  const listed = await mustCall(context, 'iam', 'ListMFADevices')
  const [key] = listed.match(/arn:aws:iam::\d+:u2f\/root-account\/[^<]+/)
  await remove(page, key)
  await expectVisible(page.getByText('No', { exact: true }))
  await signOut(page)
  await typePassword(page)
  await expectPath(page, /^\/console\//)
  assertClean()
  await context.close()
})
