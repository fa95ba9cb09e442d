import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ctap2, takeKey, u2f, useKey } from './device/key.js'
import { expectHeading, press } from './lib/console.js'
import { fillSignIn, mustCall, newUser, signIn } from './lib/people.js'
import { account } from './lib/server.js'
import { newStage, password } from './lib/stage.js'
import { expectCount, expectPath, expectText, expectVisible } from './lib/wait.js'
import { assignVirtual, newcomer, openCredentials } from './story/newcomer.js'
import { prepareGroup } from './story/prepared.js'
import { newScene } from './story/scene.js'
import { addDevice, beginWizard, openWizard, removeDevice, wizard } from './story/wizard.js'

const stage = newStage()
const assigned = 'You have successfully assigned'

/** Registers a security key in a wizard that is at the choice of the type of device, or at the key's own step. */
async function registerKey(page) {
  await press(wizard(page), 'Register')
  await expectText(page, assigned)
}

test('an administrator removes a lost device, and its user signs in with the password alone and enrols anew', async () => {
  await prepareGroup(stage.administrator)
  const scene = await newcomer(stage, 'Loser')
  const { page, server } = scene
  await beginWizard(page, 'Virtual MFA device', 'Loser')
  await assignVirtual(scene)
  await press(page, 'Sign in again with MFA')
  await fillSignIn(page, server, 'Loser', password)
  await expectPath(page, /mfa$/)
  await stage.at('/console/', async (page) => {
    await openCredentials(page, 'Loser')
    await removeDevice(page)
    await expectText(page, 'The MFA device has been removed.')
  })
  await signIn(page, server, 'Loser', password)
  await openCredentials(page, 'Loser')
  await beginWizard(page, 'Virtual MFA device', 'Loser')
  await assignVirtual(scene)
  scene.assertClean()
})

test('another name than that of the user is refused in words, and the way back leads to the usual one', async () => {
  const scene = await newcomer(stage, 'Namer')
  const { page } = scene
  await openWizard(page, 'Virtual MFA device', 'Namer')
  await expectVisible(wizard(page).getByText('A policy may allow only a device that is named as its user.'))
  await wizard(page).getByLabel('Device name').fill('phone')
  await press(wizard(page), 'Continue')
  await expectVisible(
    wizard(page).getByText('You may not make a device that is named phone. Choose Previous, and name it Namer'),
  )
  await expectVisible(wizard(page).getByRole('button', { name: 'Assign MFA', disabled: true }))
  await press(wizard(page), 'Previous')
  await wizard(page).getByLabel('Device name').fill('Namer')
  await press(wizard(page), 'Continue')
  await assignVirtual(scene)
  scene.assertClean()
})

test('a registration that nobody touched a key for is told in words, and another type of device can be chosen', async () => {
  const scene = await newcomer(stage, 'Reluctant')
  const { page } = scene
  const key = await takeKey(page, ctap2)
  await beginWizard(page, 'U2F security key', 'Reluctant')
  await key.untouched('**/console/passkey/begin', () => press(wizard(page), 'Register'))
  await expectVisible(wizard(page).getByText('The security key was not used'))
  await press(wizard(page), 'Previous')
  await wizard(page).getByRole('radio', { name: 'Virtual MFA device' }).check()
  await press(wizard(page), 'Continue')
  await assignVirtual(scene)
  scene.assertClean()
})

test('a key that is registered already is told in words, and nothing is registered twice', async () => {
  const scene = await newcomer(stage, 'Twice')
  const { page } = scene
  await takeKey(page, u2f)
  await beginWizard(page, 'U2F security key', 'Twice')
  await registerKey(page)
  await addDevice(page, 'U2F security key')
  await press(wizard(page), 'Continue')
  await press(wizard(page), 'Register')
  await expectVisible(wizard(page).getByText('This security key is registered already.'))
  await press(wizard(page), 'Cancel')
  await expectCount(page.getByText(/\(U2F Security Key\)/), 1)
  scene.assertClean()
})

test('a foreign key opens nothing at sign-in, and the own one still does', async () => {
  const scene = await newcomer(stage, 'Owner')
  const { page, server } = scene
  await takeKey(page, ctap2)
  await beginWizard(page, 'U2F security key', 'Owner')
  await registerKey(page)
  const other = await newScene(stage)
  await takeKey(other.page, ctap2)
  for (const each of [other.page, page]) {
    await fillSignIn(each, server, 'Owner', password)
    await expectPath(each, /mfa$/)
    await useKey(each)
  }
  await expectVisible(other.page.getByRole('alert').getByText('it is not one of yours'))
  await expectHeading(page, 'Console home')
  scene.assertClean()
  other.assertClean()
})

test('a ninth device is refused in words', async () => {
  await newUser(stage.administrator, 'Collector', password)
  await stage.at('/console/', async (page) => {
    await openCredentials(page, 'Collector')
    for (let count = 0; count < 8; count++) {
      const key = await takeKey(page, ctap2)
      if (count === 0) await beginWizard(page, 'U2F security key', 'Collector')
      else {
        await addDevice(page, 'U2F security key')
        await press(wizard(page), 'Continue')
      }
      await registerKey(page)
      await page
        .getByText(/\(U2F Security Key\)/)
        .nth(count)
        .waitFor()
      await key.lose()
    }
    const devices = await mustCall(stage.administrator, 'iam', 'ListMFADevices', { UserName: 'Collector' })
    assert.equal(devices.match(new RegExp(`arn:aws:iam::${account.id}:u2f/user/Collector/`, 'g')).length, 8)
    await press(page, 'Manage')
    await wizard(page).getByRole('radio', { name: 'Assign another MFA device' }).check()
    await expectVisible(wizard(page).getByText('A user can have up to eight MFA devices. Remove one first.'))
    await expectVisible(wizard(page).getByRole('button', { name: 'Continue', disabled: true }))
  })
})
