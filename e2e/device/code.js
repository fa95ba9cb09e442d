import { codeAt } from '../lib/device.js'
import { press } from '../lib/console.js'
import { expectCount, expectVisible } from '../lib/wait.js'

/** Types a code on the second page of the sign-in. */
export async function submitCode(page, code) {
  await page.getByLabel('MFA code').fill(code)
  await press(page, 'Submit')
}

/** Codes that were used at enrolment and one that is wrong: each is refused, and after several the page offers help. */
export async function refuseCodes(page, codes) {
  const help = page.getByRole('link', { name: 'Troubleshoot MFA' })
  await expectVisible(page.getByRole('button', { name: 'Submit', exact: true }))
  await expectCount(help, 0)
  for (const code of codes) {
    await submitCode(page, code)
    await expectVisible(
      page.getByRole('alert').getByText('Your authentication information is incorrect. Please try again.'),
    )
  }
  await expectVisible(help)
}

/** A code that no device shows today. */
export const staleCode = (secret) => codeAt(secret, 1_000_000)
