import { press } from '../lib/console.js'
import { codeAt, twoCodes } from '../lib/device.js'
import { expectVisible } from '../lib/wait.js'
import { importSeeds } from '../story/tokens.js'
import { assign, beginWizard, wizard } from '../story/wizard.js'
import { refuseCodes, staleCode, submitCode } from './code.js'

const serial = 'GAHT12345678'
const secret = 'MFRGGZDFMZTWQ2LKNNWG23TPOBYXE43U'

/** A hardware token, whose seed an administrator has imported. */
export function token() {
  let used
  const type = async (page, codes) => {
    await wizard(page).getByLabel('Serial number').fill(serial)
    await assign(page, codes)
  }
  return {
    kind: 'Other hardware MFA device',
    assigned: 'You have successfully assigned hardware MFA. This device will be required during sign-in.',
    shown: `${serial} (Hardware)`,
    bring: async () => {},
    before: importSeeds(serial, secret),

    /** Wrong codes assign nothing, and a cancelled wizard leaves nothing behind. */
    stumble: async ({ page }) => {
      await type(page, [staleCode(secret), staleCode(secret)])
      await expectVisible(wizard(page).getByRole('alert').getByText('Authentication code for device is not valid.'))
      await press(wizard(page), 'Cancel')
      await expectVisible(page.getByText('No', { exact: true }))
      await beginWizard(page, 'Other hardware MFA device')
    },

    enrol: async ({ page, server }) => {
      used = twoCodes(secret, await server.advance('30s'))
      await type(page, used)
    },

    fail: ({ page }) => refuseCodes(page, [...used, staleCode(secret)]),
    prove: async ({ page, server }) => submitCode(page, codeAt(secret, await server.advance('30s'))),
  }
}
