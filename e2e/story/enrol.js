import assert from 'node:assert/strict'
import { press } from '../lib/console.js'
import { call, mustCall } from '../lib/people.js'
import { expectText, expectVisible } from '../lib/wait.js'
import { notAuthorized, user } from './scene.js'
import { openWizard, removeDevice, wizard } from './wizard.js'

export const enrol = {
  '3.5, 3.6: the wizard offers three types of device': async ({ page, administrator, device }) => {
    await openWizard(page, device.kind)
    await assertNoDevice(administrator)
    assert.doesNotMatch(await mustCall(administrator, 'iam', 'ListVirtualMFADevices'), new RegExp(`mfa/${user}`))
    await press(wizard(page), 'Continue')
  },

  '3.6 to 3.9: what goes wrong assigns nothing, and the wizard can be begun again': async (scene) => {
    await scene.device.stumble(scene)
    await assertNoDevice(scene.administrator)
  },

  '3.9: the device is assigned': async (scene) => {
    const { page, device } = scene
    await device.enrol(scene)
    await expectText(page, device.assigned)
    await expectText(page, device.shown)
  },

  '3.9: this session stays one without MFA': async ({ page, context, device }) => {
    await expectVisible(page.getByRole('button', { name: 'Sign in again with MFA' }))
    const refusal = await call(context, 'ec2', 'DescribeInstances')
    assert.equal(refusal.status, 403)
    assert.match(refusal.text, new RegExp(notAuthorized))
    await removeDevice(page)
    await expectVisible(wizard(page).getByText(/not authorized to perform: iam:DeactivateMFADevice/))
    await press(wizard(page), 'Cancel')
    await expectText(page, device.shown)
  },
}

async function assertNoDevice(administrator) {
  assert.doesNotMatch(await mustCall(administrator, 'iam', 'ListMFADevices', { UserName: user }), /<SerialNumber>/)
}
