import assert from 'node:assert/strict'
import { chooseFromMenu, openSection, openService, press } from '../lib/console.js'
import { mustCall, signIn } from '../lib/people.js'
import { password } from '../lib/stage.js'
import { account } from '../lib/server.js'
import { expectText, expectVisible } from '../lib/wait.js'
import { group, user } from './scene.js'

export const before = {
  'before: Support Center shows the account ID': async ({ page, server }) => {
    await signIn(page, server, server.administrator.user, server.administrator.password)
    await chooseFromMenu(page, /^Support/, 'Support Center')
    await expectVisible(page.getByText(account.id, { exact: true }))
  },

  'before: a user with a password and without access keys': async ({ page, administrator }) => {
    await openService(page, 'IAM')
    await openSection(page, 'Users')
    await press(page, 'Add user')
    await page.getByLabel('User name').fill(user)
    await page.getByRole('checkbox', { name: 'AWS Management Console access', exact: true }).check()
    await page.getByRole('radio', { name: 'Custom password' }).check()
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.getByRole('checkbox', { name: 'Require password reset' }).uncheck()
    await press(page, 'Create user')
    await expectText(page, `The user ${user} has been created`)
    await mustCall(administrator, 'iam', 'GetLoginProfile', { UserName: user })
    assert.doesNotMatch(await mustCall(administrator, 'iam', 'ListAccessKeys', { UserName: user }), /<AccessKeyId>/)
  },

  'before: a group with the user in it that grants nothing': async ({ page, administrator }) => {
    await openSection(page, 'Groups')
    await press(page, 'Create New Group')
    await page.getByLabel('Group name').fill(group)
    await page.getByRole('button', { name: /Users to add/ }).click()
    await page.getByRole('option', { name: user }).click()
    await page.keyboard.press('Escape')
    await press(page, 'Create group')
    await expectText(page, `The group ${group} has been created.`)
    const made = await mustCall(administrator, 'iam', 'GetGroup', { GroupName: group })
    assert.deepEqual(
      [...made.matchAll(/<UserName>([^<]+)/g)].map(([, name]) => name),
      [user],
    )
    await assertGrantsNothing(administrator)
  },
}

export async function assertGrantsNothing(administrator) {
  const attached = await mustCall(administrator, 'iam', 'ListAttachedGroupPolicies', { GroupName: group })
  assert.doesNotMatch(attached, /<PolicyArn>/)
  assert.doesNotMatch(await mustCall(administrator, 'iam', 'ListGroupPolicies', { GroupName: group }), /<member>/)
}
