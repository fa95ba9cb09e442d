import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ctap2, takeKey, u2f, useKey } from './device/key.js'
import { readSeed } from './device/virtual.js'
import { expectHeading, openTab, press } from './lib/console.js'
import { twoCodes } from './lib/device.js'
import { fillSignIn, mustCall, newUser, signIn } from './lib/people.js'
import { account } from './lib/server.js'
import { allow, newStage, password } from './lib/stage.js'
import { expectCount, expectPath, expectText, expectVisible } from './lib/wait.js'
import { newMember, prepareGroup } from './story/prepared.js'
import { openUser } from './story/refused.js'
import { newScene, serialOf } from './story/scene.js'
import { addDevice, assign, beginWizard, removeDevice, wizard } from './story/wizard.js'

const stage = newStage()
const assigned = 'You have successfully assigned'

/** A user of the tutorial's group, at the credentials on their own page. */
async function newcomer(user) {
  await newMember(stage.administrator, user)
  const scene = await newScene(stage)
  await signIn(scene.page, stage.server, user, password)
  await openCredentials(scene.page, user)
  return scene
}

async function openCredentials(page, user) {
  await openUser(page, user)
  await openTab(page, 'Security credentials')
}

/** Reads the secret that the wizard shows and types two codes of it. */
async function assignVirtual(page) {
  const secret = await readSeed(page)
  await assign(page, twoCodes(secret, await stage.server.advance('30s')))
  await expectText(page, assigned)
}

/** Registers a security key in a wizard that is at the choice of the type of device, or at the key's own step. */
async function registerKey(page) {
  await press(wizard(page), 'Register')
  await expectText(page, assigned)
}

test('an administrator removes a lost device, and its user signs in with the password alone and enrols anew', async () => {
  await prepareGroup(stage.administrator)
  const scene = await newcomer('Loser')
  const { page, server } = scene
  await beginWizard(page, 'Virtual MFA device', 'Loser')
  await assignVirtual(page)
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
  await assignVirtual(page)
  scene.assertClean()
})

test('a tab that was closed at the QR code leaves a device that stops no sign-in, and that an administrator deletes', async () => {
  const scene = await newcomer('Closer')
  await beginWizard(scene.page, 'Virtual MFA device', 'Closer')
  await readSeed(scene.page)
  await scene.page.close()
  const page = await scene.context.newPage()
  await signIn(page, scene.server, 'Closer', password)
  await openCredentials(page, 'Closer')
  await beginWizard(page, 'Virtual MFA device', 'Closer')
  await expectVisible(wizard(page).getByText('The name Closer is taken by an unfinished device'))
  await press(wizard(page), 'Delete the unfinished device')
  await expectVisible(wizard(page).getByText(`listed among the virtual MFA devices as ${serialOf('Closer')}`))
  await mustCall(stage.administrator, 'iam', 'DeleteVirtualMFADevice', { SerialNumber: serialOf('Closer') })
  await press(wizard(page), 'Previous')
  await press(wizard(page), 'Continue')
  await assignVirtual(page)
  scene.assertClean()
})

test('who may delete an unfinished device does so in the wizard and goes on', async () => {
  await newUser(stage.administrator, 'Free', password)
  const policy = { UserName: 'Free', PolicyName: 'p', PolicyDocument: JSON.stringify(allow('iam:*')) }
  await mustCall(stage.administrator, 'iam', 'PutUserPolicy', policy)
  await mustCall(stage.administrator, 'iam', 'CreateVirtualMFADevice', { VirtualMFADeviceName: 'Free' })
  const scene = await newScene(stage)
  await signIn(scene.page, scene.server, 'Free', password)
  await openCredentials(scene.page, 'Free')
  await beginWizard(scene.page, 'Virtual MFA device', 'Free')
  await press(wizard(scene.page), 'Delete the unfinished device')
  await assignVirtual(scene.page)
  scene.assertClean()
})

test('a registration that nobody touched a key for is told in words, and another type of device can be chosen', async () => {
  const scene = await newcomer('Reluctant')
  const { page } = scene
  const key = await takeKey(page, ctap2)
  await beginWizard(page, 'U2F security key', 'Reluctant')
  await key.untouched('**/console/passkey/begin', () => press(wizard(page), 'Register'))
  await expectVisible(wizard(page).getByText('The security key was not used'))
  await press(wizard(page), 'Previous')
  await wizard(page).getByRole('radio', { name: 'Virtual MFA device' }).check()
  await press(wizard(page), 'Continue')
  await assignVirtual(page)
  scene.assertClean()
})

test('a key that is registered already is told in words, and nothing is registered twice', async () => {
  const scene = await newcomer('Twice')
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
  const scene = await newcomer('Owner')
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
