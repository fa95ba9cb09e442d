import assert from 'node:assert/strict'
import { expectHeading, openSection, openService, openTab, press } from '../lib/console.js'
import { call, mustCall, signIn } from '../lib/people.js'
import { password } from '../lib/stage.js'
import { expectCount, expectInView, expectText, expectVisible } from '../lib/wait.js'
import { notAuthorized, user } from './scene.js'

export const refused = {
  '3.1: the user signs in without a code': async ({ page, server }) => {
    await signIn(page, server, user, password)
    await expectHeading(page, 'Console home')
  },

  '3.2: EC2 is refused, panel by panel, and shows nothing of what is there': async (scene) => {
    const { page, context } = scene
    scene.running = await runInstance(scene.administrator)
    await openService(page, 'EC2')
    await expectHeading(page, 'EC2 Dashboard')
    for (const title of ['Instances', 'Security groups', 'Volumes', 'Key pairs', 'Availability Zones']) {
      await expectInPanel(page, title, notAuthorized)
    }
    await expectCount(page.getByText('In this Region'), 0)
    for (const section of ['Instances', 'Key pairs', 'Security groups', 'Volumes']) {
      await openSection(page, section)
      await expectVisible(page.getByText(notAuthorized, { exact: true }))
      await expectCount(page.getByRole('table'), 0)
    }
    assert.equal((await call(context, 'ec2', 'DescribeInstances')).status, 403)
  },

  '3.2: nothing can be launched, and nothing done to what runs': async ({ page, context, administrator, running }) => {
    await openSection(page, 'EC2 Dashboard')
    await press(page, 'Launch instance')
    const dialog = page.getByRole('dialog')
    // A list that is denied later would move the answer out of view.
    for (const list of ['Image', 'Instance type', 'Key pair', 'Security groups', 'Availability Zone'])
      await expectVisible(dialog.getByRole('textbox', { name: list, exact: true }))
    await dialog.getByRole('textbox', { name: 'Image', exact: true }).fill(running.image)
    await press(dialog, 'Launch instance')
    await expectInView(dialog.getByText(new RegExp(`^${notAuthorized}`)).first())
    await press(dialog, 'Cancel')
    await page.goto(`/console/ec2/instances/${running.id}`)
    await expectVisible(page.getByText(notAuthorized, { exact: true }))
    for (const name of ['Start', 'Stop', 'Reboot', 'Terminate'])
      await expectVisible(page.getByRole('button', { name, exact: true, disabled: true }))
    for (const action of ['StartInstances', 'StopInstances', 'RebootInstances', 'TerminateInstances'])
      assert.equal((await call(context, 'ec2', action, { 'InstanceId.1': running.id })).status, 403)
    const instances = await mustCall(administrator, 'ec2', 'DescribeInstances')
    assert.deepEqual(
      [...instances.matchAll(/<instanceId>([^<]+)/g)].map(([, id]) => id),
      [running.id],
    )
    assert.doesNotMatch(instances, /<name>(stopp|shutting|terminat)/)
  },

  '3.3, 3.4: the list of users is open, and the page of the user': async ({ page, server }) => {
    await openUser(page, user)
    await expectVisible(page.getByText(`user/${user}`))
    await page.goBack()
    await expectVisible(page.getByRole('link', { name: server.administrator.user, exact: true }))
    await page.getByRole('link', { name: user, exact: true }).click()
    await expectHeading(page, user)
  },

  '3.4: each tab says for itself what may not be seen': async ({ page }) => {
    await openTab(page, 'Groups')
    await expectText(page, 'You do not have permission to see your group memberships. It takes iam:ListGroupsForUser.')
    for (const [tab, ...actions] of [
      ['Permissions', 'ListAttachedUserPolicies', 'ListUserPolicies', 'ListGroupsForUser', 'GetUser'],
      ['Tags', 'ListUserTags'],
      ['Access Advisor', 'GenerateServiceLastAccessedDetails'],
    ]) {
      await openTab(page, tab)
      for (const action of actions) await expectVisible(denial(page.getByRole('tabpanel', { name: tab }), action))
    }
    await expectVisible(page.getByText(`user/${user}`))
  },

  '3.5: security credentials, some of them denied': async ({ page }) => {
    await openTab(page, 'Security credentials')
    for (const action of ['GetLoginProfile', 'ListSigningCertificates']) await expectVisible(denial(page, action))
    await expectText(page, 'There are no access keys.')
    await expectText(page, 'There are no SSH public keys.')
    await expectInPanel(page, 'Assigned MFA device', 'No')
    await expectVisible(page.getByRole('button', { name: 'Manage', exact: true }))
  },
}

/** Runs an instance for the administrator: something that could be shown, stopped and ended. */
async function runInstance(administrator) {
  const [, image] = (await mustCall(administrator, 'ec2', 'DescribeImages')).match(/<imageId>([^<]+)/)
  const run = await mustCall(administrator, 'ec2', 'RunInstances', { ImageId: image, MinCount: '1', MaxCount: '1' })
  return { image, id: run.match(/<instanceId>([^<]+)/)[1] }
}

/** Opens the page of a user by way of the list. */
export async function openUser(page, name) {
  await openService(page, 'IAM')
  await openSection(page, 'Users')
  await page.getByRole('link', { name, exact: true }).click()
  await expectHeading(page, name)
}

/** Waits until the panel of a heading shows a text: the two stand in one part of the page that has no other heading of a panel. */
export async function expectInPanel(page, title, text) {
  const headings = page.getByRole('heading', { level: 2 })
  const part = page
    .locator('div')
    .filter({ has: page.getByRole('heading', { level: 2, name: new RegExp(`^${title}`) }) })
    .filter({ has: page.getByText(text, { exact: true }) })
    .last()
  await expectVisible(part)
  await expectCount(part.locator(headings), 1)
}

/** What a panel says in place of its content. */
export function denial(place, action) {
  return place.getByText(`You do not have permission to see this. It takes iam:${action}.`)
}
