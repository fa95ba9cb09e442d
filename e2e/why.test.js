import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertAccessible } from './lib/axe.js'
import { call, mustCall } from './lib/people.js'
import { account } from './lib/server.js'
import { newStage } from './lib/stage.js'
import { expectCount, expectText, expectVisible, settled } from './lib/wait.js'

const stage = newStage()

const statement = (effect, actions) => ({ Effect: effect, Action: actions, Resource: '*' })
const policy = (...statements) => ({ Version: '2012-10-17', Statement: statements })

const simulate = statement('Allow', 'iam:SimulatePrincipalPolicy')
const deny = `{
      "Sid": "NoVolumes",
      "Effect" : "Deny", "Action": ["ec2:DescribeVolumes"],
      "Resource": "*"
    }`
/** What indents all of it is left out. */
const denyAlone = deny.replaceAll('\n    ', '\n')
const document = `{
  "Version": "2012-10-17",
  "Statement": [
    ${deny}
  ]
}`

/** Opens the details of the first denial on the page, and asks. */
async function askWhy(page) {
  await page.getByRole('button', { name: 'What the server answered' }).first().click()
  await page.getByRole('button', { name: 'Why?' }).first().click()
}

const shown = (page) => page.getByRole('region', { name: /^Policy .+, line 4$/ })

test('a denial shows the statement of an inline policy that decided, as it is written', () =>
  stage.as('inline', policy(simulate, statement('Allow', 'iam:GetUserPolicy')), async (page) => {
    const written = { UserName: 'inline', PolicyName: 'no_volumes', PolicyDocument: document }
    await mustCall(stage.administrator, 'iam', 'PutUserPolicy', written)
    await page.goto('/console/ec2/volumes')
    await askWhy(page)
    await expectText(page, 'A statement denies ec2:DescribeVolumes explicitly:')
    await expectVisible(page.getByText('Policy user_inline_no_volumes, line 4'))
    assert.equal(await shown(page).innerText(), denyAlone)
    await assertAccessible(page)
  }))

test('a managed policy that a group brings is shown with a link to its page', () =>
  stage.as('grouped', policy(simulate, statement('Allow', ['iam:List*', 'iam:GetPolicy*'])), async (page) => {
    const PolicyArn = `arn:aws:iam::${account.id}:policy/NoVolumes`
    await mustCall(stage.administrator, 'iam', 'CreatePolicy', { PolicyName: 'NoVolumes', PolicyDocument: document })
    await mustCall(stage.administrator, 'iam', 'CreateGroup', { GroupName: 'g_1' })
    await mustCall(stage.administrator, 'iam', 'AttachGroupPolicy', { GroupName: 'g_1', PolicyArn })
    await mustCall(stage.administrator, 'iam', 'AddUserToGroup', { GroupName: 'g_1', UserName: 'grouped' })
    await page.goto('/console/ec2/volumes')
    await askWhy(page)
    await shown(page).waitFor()
    assert.equal(await shown(page).innerText(), denyAlone)
    await page.getByRole('link', { name: 'Open NoVolumes' }).click()
    await expectVisible(page.getByRole('heading', { level: 1, name: 'NoVolumes' }))
  }))

test('who may simulate and not read the policy is told its name and the line', () =>
  stage.as('unread', policy(simulate), async (page) => {
    await mustCall(stage.administrator, 'iam', 'PutUserPolicy', {
      UserName: 'unread',
      PolicyName: 'no',
      PolicyDocument: document,
    })
    await page.goto('/console/ec2/volumes')
    await askWhy(page)
    await expectText(page, 'Policy user_unread_no, line 4')
    await expectCount(shown(page), 0)
  }))

test('where no statement allows, that is what is said', () =>
  stage.as('unallowed', policy(simulate), async (page) => {
    await page.goto('/console/iam/users')
    await askWhy(page)
    await expectText(page, 'No statement allows iam:ListUsers.')
  }))

test('who may not simulate is told so in a plain sentence', () =>
  stage.as('plain', undefined, async (page) => {
    await page.goto('/console/iam/users')
    await askWhy(page)
    await expectVisible(
      page.getByText('Only those who may use the policy simulator can see which statement decides.', { exact: true }),
    )
  }))

test('every denial of every page can be asked why', () =>
  stage.as('everywhere', policy(simulate), async (page) => {
    for (const path of pages) {
      await page.goto(`/console${path}`)
      await expectVisible(page.getByRole('button', { name: 'What the server answered' }))
      await settled(page)
      const denials = page.getByRole('button', { name: 'What the server answered' })
      for (const each of await denials.all()) await each.click()
      assert.equal(await page.getByRole('button', { name: 'Why?' }).count(), await denials.count(), path)
    }
  }))

const pages = [
  '/iam/users',
  '/iam/groups',
  '/iam/roles',
  '/iam/policies',
  '/iam/account-settings',
  '/iam/users/everywhere',
  '/ec2',
  '/ec2/instances',
  '/ec2/key-pairs',
  '/ec2/security-groups',
  '/events',
  '/security-credentials',
  '/services/s3',
]

test('a role that was switched to asks about the role', () =>
  stage.as('switcher', policy(statement('Allow', 'sts:AssumeRole')), async (page, context) => {
    const trust = {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { AWS: account.id }, Action: 'sts:AssumeRole' }],
    }
    await mustCall(stage.administrator, 'iam', 'CreateRole', {
      RoleName: 'Looker',
      Path: '/team/',
      AssumeRolePolicyDocument: JSON.stringify(trust),
    })
    await mustCall(stage.administrator, 'iam', 'PutRolePolicy', {
      RoleName: 'Looker',
      PolicyName: 'no',
      PolicyDocument: document,
    })
    await mustCall(stage.administrator, 'iam', 'PutRolePolicy', {
      RoleName: 'Looker',
      PolicyName: 'ask',
      PolicyDocument: JSON.stringify(policy(simulate, statement('Allow', ['iam:GetRole', 'iam:GetRolePolicy']))),
    })
    await page.goto(`/switchrole?account=${account.id}&roleName=team/Looker`)
    await page.getByRole('button', { name: 'Switch role' }).click()
    await page.waitForURL(/\/console/)
    assert.equal((await call(context, 'ec2', 'DescribeVolumes')).status, 403)
    await page.goto('/console/ec2/volumes')
    await askWhy(page)
    await shown(page).waitFor()
    assert.equal(await shown(page).innerText(), denyAlone)
  }))
