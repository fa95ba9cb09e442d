import assert from 'node:assert/strict'
import { press } from '../lib/console.js'
import { codeAt, readQR, twoCodes } from '../lib/device.js'
import { expectCount, expectVisible } from '../lib/wait.js'
import { deleteUnfinished, learnWhoDeletes } from '../story/newcomer.js'
import { serialOf, user } from '../story/scene.js'
import { assign, beginWizard, wizard } from '../story/wizard.js'
import { refuseCodes, staleCode, submitCode } from './code.js'

/** An authenticator app: it reads the QR code from the screen. */
export function virtualDevice() {
  let secret, used
  return {
    kind: 'Virtual MFA device',
    assigned: 'You have successfully assigned virtual MFA. This virtual MFA will be required during sign-in.',
    shown: `${serialOf(user)} (Virtual)`,
    bring: async () => {},

    /** Wrong codes assign nothing. What a cancelled wizard leaves behind only an administrator deletes, as the user has no MFA. */
    stumble: async (scene) => {
      const { page } = scene
      secret = await readSeed(page)
      await assign(page, [staleCode(secret), staleCode(secret)])
      await expectVisible(wizard(page).getByText('Authentication code for device is not valid.'))
      await press(wizard(page), 'Cancel')
      await expectVisible(page.getByText('No', { exact: true }))
      await beginWizard(page, 'Virtual MFA device')
      await learnWhoDeletes(page, user)
      await deleteUnfinished(scene, user)
      await press(wizard(page), 'Cancel')
      await beginWizard(page, 'Virtual MFA device')
      secret = await readSeed(page)
    },

    enrol: async ({ page, server }) => {
      used = twoCodes(secret, await server.advance('30s'))
      await assign(page, used)
    },

    fail: ({ page }) => refuseCodes(page, [...used, staleCode(secret)]),
    prove: async ({ page, server }) => submitCode(page, codeAt(secret, await server.advance('30s'))),
  }
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
