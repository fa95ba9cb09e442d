import { press } from '../lib/console.js'
import { codeAt, twoCodes } from '../lib/device.js'
import { expectVisible } from '../lib/wait.js'
import { deleteUnfinished, learnWhoDeletes } from '../story/newcomer.js'
import { serialOf, user } from '../story/scene.js'
import { assign, beginWizard, readSeed, wizard } from '../story/wizard.js'
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
      await expectVisible(wizard(page).getByRole('alert').getByText('Authentication code for device is not valid.'))
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
