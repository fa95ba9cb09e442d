import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { assertAccessible } from './lib/axe.js'
import { newContext } from './lib/browser.js'
import { expectHeading, openService, press } from './lib/console.js'
import { mustCall, newUser, signIn } from './lib/people.js'
import { account } from './lib/server.js'
import { allow, newStage, password } from './lib/stage.js'
import { expectCount, expectText, expectVisible } from './lib/wait.js'

const stage = newStage()

const dialogButton = (page, name) => page.getByRole('dialog').getByRole('button', { name, exact: true })

/** What stands under a label. */
const valueOf = (page, label) =>
  page.locator('dt', { hasText: label }).or(page.locator('[class*=awsui_key-label]', { hasText: label })).locator('xpath=..')

const demands = [
  'Require at least one uppercase letter',
  'Require at least one lowercase letter',
  'Require at least one digit',
  'Require at least one symbol',
  'Allow users to change their own password',
  'An expired password must be reset by an administrator',
]

test('every rule of a password policy is set, changed, met by a user in exact words, and deleted', () =>
  stage.at('/console/iam/account-settings', async (page) => {
    await expectText(page, 'No password policy is set.')
    await press(page, 'Change password policy')
    await page.getByLabel('Minimum length').fill('5')
    await expectText(page, 'Use a whole number from 6 to 128.')
    await page.getByLabel('Minimum length').fill('30')
    for (const name of demands) await page.getByRole('checkbox', { name }).check()
    await page.getByLabel('Passwords expire after (days)').fill('90')
    await page.getByLabel('Earlier passwords that are refused').fill('3')
    await assertAccessible(page)
    await dialogButton(page, 'Save changes').click()
    await expectVisible(valueOf(page, 'Passwords expire after (days)').getByText('90', { exact: true }))
    await expectVisible(valueOf(page, 'Earlier passwords that are refused').getByText('3', { exact: true }))
    for (const name of demands) await expectVisible(valueOf(page, name).getByText('Yes', { exact: true }))

    await meetRules()
    await press(page, 'Change password policy')
    await page.getByLabel('Minimum length').fill('8')
    await page.getByRole('checkbox', { name: demands[3] }).uncheck()
    await page.getByLabel('Passwords expire after (days)').fill('')
    await dialogButton(page, 'Save changes').click()
    await expectVisible(valueOf(page, demands[3]).getByText('No', { exact: true }))
    await expectVisible(valueOf(page, 'Passwords expire after (days)').getByText('Never', { exact: true }))

    await press(page, 'Use the default policy')
    await dialogButton(page, 'Use the default policy').click()
    await expectText(page, 'No password policy is set.')
  }))

/** A user of an account with a strict policy learns its rules from a password that breaks them. */
async function meetRules() {
  const long = 'A long, quiet morning with 70 geese!'
  await newUser(stage.administrator, 'strict', long)
  const { context } = await newContext(stage.browser, stage.server)
  const page = await context.newPage()
  await signIn(page, stage.server, 'strict', long)
  await page.goto('/console/security-credentials')
  await press(page, 'Change password')
  const dialog = page.getByRole('dialog')
  const change = async (next) => {
    await dialog.getByLabel('Current password').fill(long)
    await dialog.getByLabel('New password', { exact: true }).fill(next)
    await dialog.getByLabel('Confirm new password').fill(next)
    await dialog.getByRole('button', { name: 'Change password' }).click()
  }
  const no = 'Password does not conform to the account password policy: '
  await change('Short! 7')
  await expectText(page, `${no}it must have at least 30 characters.`)
  await change(long)
  await expectText(page, `${no}it must not be one of the last 3 passwords.`)
  await context.close()
}

test('an alias is changed, deleted and set, and the sign-in address and the top bar follow', () =>
  stage.at('/console/iam/account-settings', async (page) => {
    const bar = (name) => page.getByRole('button', { name: ` @ ${name}` })
    const expectAddress = async (name) => {
      await page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link', { name: 'Dashboard' }).click()
      await expectText(page, `${stage.server.origin}/signin/${name}`)
      await page.getByRole('link', { name: 'Customize' }).click()
    }
    const setAlias = async (name) => {
      await press(page, 'Set alias')
      await page.getByRole('dialog').getByLabel('Account alias').fill(name)
      await dialogButton(page, 'Set alias').click()
    }
    await setAlias('No Alias')
    await expectVisible(page.getByRole('dialog').getByText(/accountAlias/))
    await dialogButton(page, 'Cancel').click()
    await setAlias('northern-geese')
    await expectVisible(bar('northern-geese'))
    await expectAddress('northern-geese')
    await press(page, 'Delete alias')
    await dialogButton(page, 'Delete alias').click()
    await expectText(page, 'No alias is set.')
    await expectVisible(bar('1234-5678-9012'))
    await expectAddress(account.id)
    await setAlias(account.alias)
    await expectVisible(bar(account.alias))
  }))

test('the dashboard counts what there is, and a recommendation is done when it is met', () =>
  stage.at('/console/iam', async (page) => {
    const count = (label) => valueOf(page, label).getByText(/^\d+$/).first().innerText()
    await expectText(page, 'Assign permissions by groups')
    await expectText(page, 'Set a password policy')
    const [users, roles, policies] = [await count('Users'), await count('Roles'), await count('Customer managed')]
    const call = (action, parameters) => mustCall(stage.administrator, 'iam', action, parameters)
    const document = JSON.stringify(allow('iam:ListUsers'))
    const trust = JSON.stringify({
      Version: '2012-10-17',
      Statement: { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' },
    })
    await call('CreateUser', { UserName: 'counted' })
    await call('CreateGroup', { GroupName: 'counted' })
    await call('CreateRole', { RoleName: 'counted', AssumeRolePolicyDocument: trust })
    await call('CreatePolicy', { PolicyName: 'counted', PolicyDocument: document })
    await call('UpdateAccountPasswordPolicy', { MinimumPasswordLength: 8 })
    await page.reload()
    await expectText(page, 'Groups assign permissions.')
    await expectText(page, 'There is a password policy.')
    assert.equal(await count('Users'), String(Number(users) + 1))
    assert.equal(await count('Groups'), '1')
    assert.equal(await count('Roles'), String(Number(roles) + 1))
    assert.equal(await count('Customer managed'), String(Number(policies) + 1))
    await expectText(page, 'Protect the root user with MFA')
    await assertAccessible(page)
    await call('DeleteAccountPasswordPolicy')
  }))

test('the credential report that is downloaded is the one that the API gives, and each of its columns can be seen', () =>
  stage.at('/console/iam/credential-report', async (page) => {
    await press(page, 'Create report')
    await expectVisible(page.getByRole('row', { name: /<root_account>/ }))
    const [file] = await Promise.all([page.waitForEvent('download'), press(page, 'Download report')])
    const answer = await mustCall(stage.administrator, 'iam', 'GetCredentialReport')
    const csv = Buffer.from(answer.match(/<Content>([^<]+)/)[1], 'base64').toString()
    assert.equal(readFileSync(await file.path(), 'utf8'), csv)
    const columns = csv.split('\n')[0].split(',')
    assert.equal(columns[0], 'user')
    await press(page, 'Preferences')
    for (const box of await page.getByRole('dialog').getByRole('checkbox').all()) {
      if (await box.isEnabled()) await box.check()
    }
    await dialogButton(page, 'Confirm').click()
    await expectVisible(page.getByRole('columnheader', { name: columns.at(-1) }))
    await expectCount(page.getByRole('columnheader'), columns.length)
  }))

for (const [name, action] of [
  ['S3', 's3:ListAllMyBuckets'],
  ['DynamoDB', 'dynamodb:ListTables'],
  ['Lambda', 'lambda:ListFunctions'],
  ['SQS', 'sqs:ListQueues'],
]) {
  test(`${name} is denied to who may not, and says to who may that nothing is behind it`, async () => {
    await stage.at('/console/home', async (page) => {
      await openService(page, name)
      await expectHeading(page, name)
      await expectText(page, `The policies allow ${action}.`)
    })
    await stage.as(`no-${name}`, undefined, async (page) => {
      await openService(page, name)
      await expectText(page, `Access denied: you do not have permission to perform ${action}.`)
      await assertAccessible(page)
    })
  })
}

test('the Support Center shows the number of the account', () =>
  stage.as('asks', undefined, async (page) => {
    await page.getByRole('button', { name: /^Support/ }).click()
    await page.getByRole('menuitem', { name: 'Support Center' }).click()
    await expectVisible(valueOf(page, 'Account ID number').getByText(account.id))
  }))

test('one of the own sessions is ended, and is out at once', () =>
  stage.as('nomad', undefined, async (page) => {
    const { context } = await newContext(stage.browser, stage.server)
    const other = await context.newPage()
    await signIn(other, stage.server, 'nomad', password)
    await page.goto('/sessions')
    const sessions = page.getByRole('listitem')
    await expectCount(sessions, 2)
    await expectCount(sessions.filter({ hasText: '(this session)' }), 1)
    await assertAccessible(page)
    await sessions.filter({ hasNotText: '(this session)' }).getByRole('button').click()
    await sessions.nth(1).waitFor({ state: 'detached' })
    await other.goto('/console/home')
    await other.waitForURL(/signin/)
    await page.goto('/console/home')
    await expectVisible(page.getByRole('button', { name: /nomad @/ }))
    await context.close()
  }))
