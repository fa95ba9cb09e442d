import assert from 'node:assert/strict'
import { expectHeading, openSection, openService, openTab, press } from '../lib/console.js'
import { expectState, launchInstance, power } from '../lib/instances.js'
import { call, fillSignIn, mustCall } from '../lib/people.js'
import { password } from '../lib/stage.js'
import { expectCount, expectPath, expectText, expectVisible } from '../lib/wait.js'
import { denial, expectInPanel, openUser } from './refused.js'
import { notAuthorized, serialOf, user } from './scene.js'
import { removeDevice } from './wizard.js'

export const again = {
  '3.10: sign-in asks for the device on a second page, and for the right one': async (scene) => {
    const { page, server, context, device } = scene
    await press(page, 'Sign in again with MFA')
    await expectPath(page, /^\/signin/)
    await fillSignIn(page, server, user, password)
    await expectPath(page, /mfa$/)
    await device.fail(scene)
    assert.equal((await call(context, 'sts', 'GetCallerIdentity')).status, 403)
  },

  '3.10: with the device the console opens': async (scene) => {
    await scene.device.prove(scene)
    await expectHeading(scene.page, 'Console home')
  },

  '3.11: EC2 is open now': async ({ page, server }) => {
    await openService(page, 'EC2')
    await expectCount(page.getByText(notAuthorized), 0)
    await expectInPanel(page, 'Instances', 'In this Region')
    await openSection(page, 'Instances')
    const row = await launchInstance(page, 'web-1')
    await expectState(page, server, row, 'running')
    await row.getByRole('checkbox').check()
    await power(page, 'Stop')
    await expectState(page, server, row, 'stopped')
    await power(page, 'Start')
    await expectState(page, server, row, 'running')
  },

  '3.11: other services are still denied': async ({ page }) => {
    for (const [service, action] of [
      ['S3', 's3:ListAllMyBuckets'],
      ['DynamoDB', 'dynamodb:ListTables'],
    ]) {
      await openService(page, service)
      await expectText(page, `Access denied: you do not have permission to perform ${action}.`)
    }
  },

  '3.11: the credentials of others stay closed': async ({ page, server, context }) => {
    await openUser(page, server.administrator.user)
    await openTab(page, 'Security credentials')
    for (const what of ['AccessKeys', 'SSHPublicKeys', 'SigningCertificates', 'MFADevices'])
      await expectVisible(denial(page, `List${what}`))
    await expectVisible(denial(page, 'GetLoginProfile'))
    await expectCount(page.getByRole('button', { name: 'Manage', exact: true }), 0)
    const another = { UserName: server.administrator.user, SerialNumber: serialOf(server.administrator.user) }
    assert.equal((await call(context, 'iam', 'DeactivateMFADevice', another)).status, 403)
  },

  "3.11: one's own credentials are open, and the groups are still denied": async ({ page }) => {
    await openUser(page, user)
    await openTab(page, 'Groups')
    await expectText(page, 'You do not have permission to see your group memberships.')
    await openTab(page, 'Security credentials')
    await expectVisible(page.getByText(/^Enabled\. Set/))
    await expectText(page, 'There are no signing certificates.')
  },

  'beyond: the user removes the device, having signed in with it': async ({ page, administrator }) => {
    await removeDevice(page)
    await expectText(page, 'The MFA device has been removed.')
    await expectInPanel(page, 'Assigned MFA device', 'No')
    assert.doesNotMatch(await mustCall(administrator, 'iam', 'ListMFADevices', { UserName: user }), /<SerialNumber>/)
  },
}
