import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { assertAccessible } from './lib/axe.js'
import { expectHeading, openTab, press } from './lib/console.js'
import { call, mustCall, virtualDevice } from './lib/people.js'
import { allow, newStage } from './lib/stage.js'
import { expectText, expectVisible } from './lib/wait.js'

const stage = newStage()

const make = (action, parameters) => mustCall(stage.administrator, 'iam', action, parameters)
const dialogButton = (page, name) => page.getByRole('dialog').getByRole('button', { name, exact: true })
const check = (place, name) => place.getByRole('checkbox', { name: `Select ${name}`, exact: true }).check()
const document = JSON.stringify(allow('iam:ListUsers'))

test('users join and leave a group on its page, and it gets and loses a policy', () =>
  stage.at('/console/home', async (page) => {
    await make('CreateGroup', { GroupName: 'crew' })
    for (const UserName of ['gil', 'gus']) await make('CreateUser', { UserName })
    await page.goto('/console/iam/groups/crew')
    await expectText(page, 'No user is in this group.')
    await press(page, 'Add users to group')
    for (const name of ['gil', 'gus']) await check(page.getByRole('dialog'), name)
    await assertAccessible(page)
    await dialogButton(page, 'Add').click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await expectVisible(page.getByRole('link', { name: 'gus' }))
    await check(page, 'gil')
    await press(page, 'Remove users from group')
    await dialogButton(page, 'Remove').click()
    await page.getByRole('link', { name: 'gil' }).waitFor({ state: 'detached' })
    await expectVisible(page.getByRole('link', { name: 'gus' }))
    await openTab(page, 'Permissions')
    await press(page, 'Attach Policy')
    await page.getByRole('searchbox').fill('AmazonEC2ReadOnlyAccess')
    await check(page, 'AmazonEC2ReadOnlyAccess')
    await press(page, 'Attach Policy')
    await expectText(page, '1 policy has been attached.')
    const { text } = await call(stage.administrator, 'iam', 'ListAttachedGroupPolicies', { GroupName: 'crew' })
    assert.match(text, /AmazonEC2ReadOnlyAccess/)
  }))

test('several groups are deleted together, with what hangs on them', () =>
  stage.at('/console/home', async (page) => {
    await make('CreateUser', { UserName: 'member' })
    for (const GroupName of ['first', 'second']) {
      await make('CreateGroup', { GroupName })
      await make('AddUserToGroup', { GroupName, UserName: 'member' })
      await make('PutGroupPolicy', { GroupName, PolicyName: 'p', PolicyDocument: document })
    }
    await page.goto('/console/iam/groups')
    for (const name of ['first', 'second']) await check(page, name)
    await press(page, 'Delete group')
    await dialogButton(page, 'Delete group').click()
    await expectText(page, 'Deleted: first, second')
    await page.getByRole('link', { name: 'second', exact: true }).waitFor({ state: 'detached' })
  }))

test('a user is made with a password, a key, groups, a boundary and a tag, gets others, and is deleted with everything', () =>
  stage.at('/console/home', async (page) => {
    await make('CreateGroup', { GroupName: 'everyone' })
    await page.goto('/console/iam/users/create')
    await page.getByLabel('User name').fill('rich')
    await page.getByRole('checkbox', { name: 'Programmatic access' }).check()
    await page.getByRole('checkbox', { name: 'AWS Management Console access' }).check()
    await page
      .getByRole('main')
      .getByRole('button', { name: /Groups/ })
      .click()
    await page.getByRole('option', { name: 'everyone' }).click()
    await page.keyboard.press('Escape')
    await chooseBoundaryAndTag(page)
    await press(page, 'Create user')
    await expectText(page, 'The user rich has been created')
    await expectVisible(page.getByText(/^AKIA\w{16}$/))
    await press(page, 'Open the user')
    await expectHeading(page, 'rich')

    const dialog = page.getByRole('dialog')
    await expectVisible(page.getByRole('link', { name: /policy\/AmazonEC2ReadOnlyAccess/ }))
    await press(page, 'Set boundary')
    await dialog.getByRole('searchbox').fill('PowerUserAccess')
    await dialog.getByRole('radio', { name: 'Select PowerUserAccess', exact: true }).check()
    await dialogButton(page, 'Set boundary').click()
    await expectVisible(page.getByRole('link', { name: /policy\/PowerUserAccess/ }))
    await press(page, 'Remove boundary')
    await dialogButton(page, 'Remove boundary').click()
    await expectText(page, 'No boundary is set.')
    await openTab(page, 'Groups')
    await expectVisible(page.getByRole('link', { name: 'everyone' }))
    await openTab(page, 'Tags')
    await expectVisible(page.getByText('payments', { exact: true }))
    await addTag(page, 'team', 'north')

    await hangEverything('rich')
    await press(page, 'Delete user')
    await dialog.getByRole('textbox').fill('rich')
    await dialogButton(page, 'Delete user').click()
    await expectText(page, 'The user rich has been deleted.')
    const { status } = await call(stage.administrator, 'iam', 'GetUser', { UserName: 'rich' })
    assert.equal(status, 404)
  }))

test('a policy of the account has tags', () =>
  stage.at('/console/home', async (page) => {
    const made = await make('CreatePolicy', { PolicyName: 'tagged', PolicyDocument: document })
    await page.goto(`/console/iam/policies/${encodeURIComponent(made.match(/<Arn>([^<]+)/)[1])}`)
    await openTab(page, 'Tags')
    await expectText(page, 'This policy has no tags.')
    await addTag(page, 'owner', 'south')
    await assertAccessible(page)
  }))

/** On the page that makes a user. The boundary is found by Enter in the search box, which makes no user yet. */
async function chooseBoundaryAndTag(page) {
  await page.getByRole('checkbox', { name: 'Set a permissions boundary' }).check()
  await page.getByRole('searchbox').fill('AmazonEC2ReadOnlyAccess')
  await page.getByRole('searchbox').press('Enter')
  await page.getByRole('radio', { name: 'Select AmazonEC2ReadOnlyAccess', exact: true }).check()
  await press(page, 'Add tag')
  await page.getByRole('textbox', { name: 'Key' }).fill('cost')
  await page.getByRole('textbox', { name: 'Value' }).fill('payments')
  await assertAccessible(page)
}

async function addTag(page, key, value) {
  const dialog = page.getByRole('dialog')
  await press(page, 'Manage tags')
  await press(dialog, 'Add tag')
  await dialog.getByRole('textbox', { name: 'Key' }).last().fill(key)
  await dialog.getByRole('textbox', { name: 'Value' }).last().fill(value)
  await dialogButton(page, 'Save changes').click()
  await expectVisible(page.getByText(value, { exact: true }))
}

/** Gives a user one of all that keeps a user from being deleted. */
async function hangEverything(UserName) {
  await virtualDevice(stage.administrator, stage.server, UserName)
  await make('AttachUserPolicy', { UserName, PolicyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' })
  await make('PutUserPolicy', { UserName, PolicyName: 'own', PolicyDocument: document })
  await make('CreateServiceSpecificCredential', { UserName, ServiceName: 'codecommit.amazonaws.com' })
  const folder = mkdtempSync(join(tmpdir(), 'cardea-groups-'))
  const key = join(folder, 'key')
  execFileSync('ssh-keygen', ['-q', '-t', 'rsa', '-b', '2048', '-N', '', '-f', key])
  await make('UploadSSHPublicKey', { UserName, SSHPublicKeyBody: readFileSync(`${key}.pub`, 'utf8') })
  rmSync(folder, { recursive: true })
}
