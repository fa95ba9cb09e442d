import { test } from 'node:test'
import { staleCode, submitCode } from './device/code.js'
import { expectHeading, openTab, press } from './lib/console.js'
import { codeAt, twoCodes } from './lib/device.js'
import { fillSignIn, mustCall, signIn } from './lib/people.js'
import { newStage, password } from './lib/stage.js'
import { expectPath, expectText, expectVisible } from './lib/wait.js'
import { forceMFA } from './story/policy.js'
import { newMember, policyARN, prepareGroup } from './story/prepared.js'
import { openUser } from './story/refused.js'
import { newScene } from './story/scene.js'
import { assign, beginWizard, readSeed } from './story/wizard.js'

const stage = newStage()
const incorrect = 'Your authentication information is incorrect. Please try again.'
const another = 'An evening by the sea, 3 boats'

/** Signs in a user who must replace the password, and replaces it. */
async function replacePassword({ page, server }, user) {
  await fillSignIn(page, server, user, password)
  await expectHeading(page, 'You must change your password to continue')
  await page.getByLabel('Old password').fill(password)
  await page.getByLabel('New password', { exact: true }).fill(another)
  await page.getByLabel('Retype new password').fill(another)
  await press(page, 'Confirm password change')
}

test('a password that must be replaced at sign-in is replaced only where the policy leaves that open before MFA', async () => {
  const { administrator } = stage
  await prepareGroup(administrator)
  await newMember(administrator, 'MustReset', { PasswordResetRequired: 'true' })
  const scene = await newScene(stage)
  await replacePassword(scene, 'MustReset')
  await expectVisible(
    scene.page
      .getByRole('alert')
      .getByText(
        'Either user is not authorized to perform iam:ChangePassword or entered password does not comply with account password policy set by administrator',
      ),
  )
  await scene.page.goto('/console/')
  await expectPath(scene.page, /^\/signin/)

  const open = forceMFA.replace('"NotAction": [', '"NotAction": ["iam:ChangePassword", "iam:CreateLoginProfile",')
  const version = { PolicyArn: policyARN, PolicyDocument: open, SetAsDefault: 'true' }
  await mustCall(administrator, 'iam', 'CreatePolicyVersion', version)
  await replacePassword(scene, 'MustReset')
  await expectHeading(scene.page, 'Console home')
  scene.assertClean()
})

test('a device that was assigned with old codes signs nobody in until it is brought into step', async () => {
  const user = 'OutOfStep'
  await newMember(stage.administrator, user)
  const scene = await newScene(stage)
  const { page, server } = scene
  await signIn(page, server, user, password)
  await openUser(page, user)
  await openTab(page, 'Security credentials')
  await beginWizard(page, 'Virtual MFA device', user)
  const secret = await readSeed(page)
  const now = await server.advance('0s')
  await assign(page, twoCodes(secret, now - 300))
  await expectText(page, 'You have successfully assigned virtual MFA.')
  await press(page, 'Sign in again with MFA')
  await fillSignIn(page, server, user, password)
  for (const code of [codeAt(secret, now), codeAt(secret, now + 30), staleCode(secret)]) {
    await submitCode(page, code)
    await expectVisible(page.getByRole('alert').getByText(incorrect))
  }
  await page.getByRole('link', { name: 'Troubleshoot MFA' }).click()
  const [first, second] = twoCodes(secret, now)
  await page.getByLabel('MFA code 1').fill(first)
  await page.getByLabel('MFA code 2').fill(second)
  await press(page, 'Resync')
  await expectText(page, 'Your device is in step again.')
  await submitCode(page, second)
  await expectVisible(page.getByRole('alert').getByText(incorrect))
  await submitCode(page, codeAt(secret, await server.advance('30s')))
  await expectHeading(page, 'Console home')
  scene.assertClean()
})
