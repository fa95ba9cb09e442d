import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { press } from './lib/console.js'
import { twoCodes } from './lib/device.js'
import { mustCall, newUser, signIn, signOut } from './lib/people.js'
import { allow, newStage, password } from './lib/stage.js'
import { expectCount, expectText, expectVisible } from './lib/wait.js'
import { assignVirtual, deleteUnfinished, learnWhoDeletes, newcomer, openCredentials } from './story/newcomer.js'
import { prepareGroup } from './story/prepared.js'
import { newScene, serialOf } from './story/scene.js'
import { assign, beginWizard, readSeed, wizard } from './story/wizard.js'

/** Ways to leave the wizard at its QR code. Each comes back to the credentials on the user's page. */
const ways = {
  Reloader: {
    name: 'the page is reloaded',
    leave: ({ page }) => page.reload(),
  },
  Closer: {
    name: 'the tab is closed',
    leave: async (scene, user) => {
      await scene.page.close()
      scene.page = await scene.context.newPage()
      await scene.page.goto('/console/')
      await openCredentials(scene.page, user)
    },
  },
  Leaver: {
    name: 'the person cancels and signs out',
    leave: async ({ page, server }, user) => {
      await press(wizard(page), 'Cancel')
      await signOut(page)
      await signIn(page, server, user, password)
      await openCredentials(page, user)
    },
  },
  Elsewhere: {
    name: 'the person signs out in another tab, and closes this one',
    leave: async (scene, user) => {
      const other = await scene.context.newPage()
      await other.goto('/console/')
      await signOut(other)
      await scene.page.close()
      scene.page = other
      await signIn(other, scene.server, user, password)
      await openCredentials(other, user)
    },
  },
}

describe('as with AWS', () => {
  const stage = newStage()

  test('who is left with an unfinished device is told who deletes it, and sets up another', async (t) => {
    await prepareGroup(stage.administrator)
    for (const [user, { name, leave }] of Object.entries(ways)) {
      await t.test(name, async () => {
        const scene = await abandoned(stage, user, leave)
        await learnWhoDeletes(scene.page, user)
        await deleteUnfinished(stage, user)
        await press(wizard(scene.page), 'Try again')
        await assignVirtual(scene)
        scene.assertClean()
      })
    }
  })

  test('a wizard whose session ended under it goes on after one has signed in again', async () => {
    const scene = await newcomer(stage, 'Ender')
    const { page, server, context } = scene
    await beginWizard(page, 'Virtual MFA device', 'Ender')
    const codes = twoCodes(await readSeed(page), await server.advance('30s'))
    const other = await context.newPage()
    await other.goto('/console/')
    await signOut(other)
    await assign(page, codes)
    const ended = page.getByRole('dialog', { name: 'Your session has ended' })
    await expectVisible(ended)
    await press(ended, 'Continue')
    await expectVisible(ended.getByText('You are not signed in yet.'))
    await signIn(other, server, 'Ender', password)
    await press(ended, 'Continue')
    await ended.waitFor({ state: 'detached' })
    await press(wizard(page), 'Assign MFA')
    await expectText(page, 'You have successfully assigned')
    scene.assertClean()
  })

  test('who may delete an unfinished device does so in the wizard and goes on', async () => {
    const scene = await free(stage, 'Free')
    await press(wizard(scene.page), 'Delete the unfinished device')
    await assignVirtual(scene)
    scene.assertClean()
  })
})

describe('with --replace-unfinished-devices', () => {
  const stage = newStage('--replace-unfinished-devices')

  test('who comes back sets up another device at once, and one is left', async (t) => {
    await prepareGroup(stage.administrator)
    for (const [user, { name, leave }] of Object.entries(ways)) {
      await t.test(name, async () => {
        const scene = await abandoned(stage, user, leave)
        await assignVirtual(scene)
        await expectCount(scene.page.getByText('is taken by an unfinished device'), 0)
        const devices = await mustCall(stage.administrator, 'iam', 'ListVirtualMFADevices')
        assert.equal(devices.split(`<SerialNumber>${serialOf(user)}</SerialNumber>`).length - 1, 1)
        scene.assertClean()
      })
    }
  })

  test('a device that somebody else has begun is not replaced', async () => {
    const scene = await free(stage, 'Other')
    await expectVisible(wizard(scene.page).getByText('The name Other is taken by an unfinished device'))
    scene.assertClean()
  })
})

/** A newcomer who has left the wizard with a secret on the screen, and has come back to it. */
async function abandoned(stage, user, leave) {
  const scene = await newcomer(stage, user)
  await beginWizard(scene.page, 'Virtual MFA device', user)
  await readSeed(scene.page)
  await leave(scene, user)
  await expectVisible(scene.page.getByText('No', { exact: true }))
  await beginWizard(scene.page, 'Virtual MFA device', user)
  return scene
}

/** A user who may do everything in IAM, in the wizard for a device whose name an administrator's unfinished one has. */
async function free(stage, user) {
  const { administrator, server } = stage
  await newUser(administrator, user, password)
  const policy = { UserName: user, PolicyName: 'p', PolicyDocument: JSON.stringify(allow('iam:*')) }
  await mustCall(administrator, 'iam', 'PutUserPolicy', policy)
  await mustCall(administrator, 'iam', 'CreateVirtualMFADevice', { VirtualMFADeviceName: user })
  const scene = await newScene(stage)
  await signIn(scene.page, server, user, password)
  await openCredentials(scene.page, user)
  await beginWizard(scene.page, 'Virtual MFA device', user)
  return scene
}
