import assert from 'node:assert/strict'
import { expectHeading, openSection, openService, openTab, press } from '../lib/console.js'
import { expectState, launchInstance, power } from '../lib/instances.js'
import { call, fillSignIn, mustCall, newUser, virtualDevice } from '../lib/people.js'
import { password } from '../lib/stage.js'
import { expectCount, expectPath, expectText, expectVisible } from '../lib/wait.js'
import { denial, expectInPanel, openUser } from './refused.js'
import { virtualDeviceRow } from './newcomer.js'
import { notAuthorized, serialOf, user } from './scene.js'
import { removeDevice } from './wizard.js'

/** Another user, and a device that another wizard has begun. */
const other = 'Neighbour'
const unfinished = 'Unfinished'

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

  '3.11: the credentials of others stay closed': async ({ page, server }) => {
    await openUser(page, server.administrator.user)
    await openTab(page, 'Security credentials')
    for (const what of ['AccessKeys', 'SSHPublicKeys', 'SigningCertificates', 'MFADevices'])
      await expectVisible(denial(page, `List${what}`))
    await expectVisible(denial(page, 'GetLoginProfile'))
    await expectCount(page.getByRole('button', { name: 'Manage', exact: true }), 0)
  },

  "3.11: others' devices cannot be removed, changed or deleted": async ({ page, server, context, administrator }) => {
    await newUser(administrator, other, password)
    await virtualDevice(administrator, server, other)
    await mustCall(administrator, 'iam', 'CreateVirtualMFADevice', { VirtualMFADeviceName: unfinished })
    const SerialNumber = serialOf(other)
    const codes = { AuthenticationCode1: '000000', AuthenticationCode2: '000001' }
    for (const [action, parameters] of [
      ['DeactivateMFADevice', { UserName: other }],
      ['ResyncMFADevice', { UserName: other, ...codes }],
      ['EnableMFADevice', { UserName: other, ...codes }],
      ['DeleteVirtualMFADevice', {}],
    ]) {
      assert.equal((await call(context, 'iam', action, { SerialNumber, ...parameters })).status, 403, action)
    }
    const asOwn = await call(context, 'iam', 'DeactivateMFADevice', { UserName: user, SerialNumber })
    assert.notEqual(asOwn.status, 200)

    await openSection(page, 'Virtual MFA devices')
    await virtualDeviceRow(page, other).getByRole('radio').check()
    await expectVisible(page.getByRole('button', { name: 'Delete device', disabled: true }))
    await virtualDeviceRow(page, unfinished).getByRole('radio').check()
    await press(page, 'Delete device')
    const dialog = page.getByRole('dialog')
    await press(dialog, 'Delete')
    await expectVisible(dialog.getByText(/not authorized to perform: iam:DeleteVirtualMFADevice/))
    await press(dialog, 'Cancel')

    const kept = await mustCall(administrator, 'iam', 'ListVirtualMFADevices')
    assert.ok(kept.includes(serialOf(unfinished)))
    const devices = await mustCall(administrator, 'iam', 'ListMFADevices', { UserName: other })
    assert.match(devices, new RegExp(`<SerialNumber>${SerialNumber}<`))
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
