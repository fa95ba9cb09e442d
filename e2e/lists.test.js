import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openTab, press, search } from './lib/console.js'
import { expectLoaded, nextPage, showColumn } from './lib/list.js'
import { call, mustCall, signIn, signOut } from './lib/people.js'
import { sideways } from './lib/room.js'
import { allow, newStage, password } from './lib/stage.js'
import { expectCount, expectPath, expectText, expectVisible, settled } from './lib/wait.js'

const stage = newStage()

const rows = (page) => page.locator('tbody tr')
const header = (page, name) => page.getByRole('columnheader', { name })

/** The address of a page of a group, which is there afterwards. */
async function ofCrew(more = '') {
  await call(stage.administrator, 'iam', 'CreateGroup', { GroupName: 'crew' })
  return `/console/iam/groups/crew${more}`
}

async function defaultGroup() {
  const found = await mustCall(stage.administrator, 'ec2', 'DescribeSecurityGroups')
  return `/console/ec2/security-groups/${found.match(/<groupId>([^<]+)/)[1]}`
}

const fixed = (path) => async () => path
const readOnly = encodeURIComponent('arn:aws:iam::aws:policy/ReadOnlyAccess')

/** The lists that a person chooses columns of, with one to hide. */
const lists = [
  { path: fixed('/console/iam/users'), what: 'Users', column: 'Creation time' },
  { path: () => ofCrew(), what: 'Users', of: 'a group', column: 'Creation time' },
  { path: () => ofCrew('/attach'), what: 'Policies', of: 'the page that attaches some', column: 'Used as' },
  { path: () => ofCrew('?tab=advisor'), what: 'Access Advisor', column: 'Last accessed by' },
  { path: fixed('/console/iam/policies'), what: 'Policies', column: 'Type' },
  {
    path: fixed(`/console/iam/policies/${readOnly}`),
    open: (page) => openTab(page, 'Policy usage'),
    what: 'Attached to',
    column: 'Type',
  },
  { path: fixed('/console/iam/virtual-mfa-devices'), what: 'Virtual MFA devices', column: 'Assigned on' },
  { path: fixed('/console/ec2/instances'), what: 'Instances', column: 'Type' },
  { path: fixed('/console/ec2/volumes'), what: 'Volumes', column: 'Type' },
  { path: fixed('/console/ec2/key-pairs'), what: 'Key pairs', column: 'Fingerprint' },
  { path: fixed('/console/ec2/security-groups'), what: 'Security groups', column: 'Description' },
  { path: defaultGroup, what: 'Inbound rules', column: 'Ports' },
]

for (const { path, open, what, of, column } of lists) {
  test(`columns and page size of ${of ? `${what} of ${of}` : what} are kept in this browser`, async () =>
    stage.at(await path(), async (page) => {
      const table = page.getByRole('table', { name: what, exact: true })
      await open?.(page)
      await header(table, column).waitFor()
      await press(page, 'Preferences')
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('radio', { name: '10 rows' }).check()
      await dialog.getByRole('checkbox', { name: column }).uncheck()
      await dialog.getByRole('button', { name: 'Confirm' }).click()
      await header(table, column).waitFor({ state: 'detached' })
      await page.reload()
      await open?.(page)
      await header(table, /.+/).first().waitFor()
      await expectCount(header(table, column), 0)
      await press(page, 'Preferences')
      assert.ok(await dialog.getByRole('radio', { name: '10 rows' }).isChecked())
      await dialog.getByRole('button', { name: 'Cancel' }).last().click()
      await page.setViewportSize({ width: 320, height: 900 })
      await settled(page)
      assert.deepEqual(await sideways(page), [])
    }))
}

test('what was chosen for a list is there after signing out', () =>
  stage.as('chooser', allow('iam:ListUsers'), async (page) => {
    await page.goto('/console/iam/users')
    await showColumn(page, 'Path')
    await header(page, 'Path').waitFor()
    await signOut(page)
    await signIn(page, stage.server, 'chooser', password)
    await page.goto('/console/iam/users')
    await header(page, 'Path').waitFor()
  }))

test('users are searched and turned over by pages of the size that was chosen', () =>
  stage.at('/console/home', async (page) => {
    for (let n = 10; n < 35; n++) await mustCall(stage.administrator, 'iam', 'CreateUser', { UserName: `user-${n}` })
    await page.goto('/console/iam/users')
    await expectLoaded(page, 27)
    await press(page, 'Preferences')
    await page.getByRole('radio', { name: '10 rows' }).check()
    await page.getByRole('button', { name: 'Confirm' }).click()
    await rows(page).nth(10).waitFor({ state: 'detached' })
    await expectCount(rows(page), 10)
    await nextPage(page)
    await expectVisible(rows(page).filter({ hasText: 'user-20' }))
    await search(page, 'Users', 'user-3')
    await expectVisible(page.getByText('5 matches'))
    await expectCount(rows(page), 5)
    await search(page, 'Users', 'nobody')
    await expectVisible(page.getByText('Nothing matches.'))
    await page.getByRole('main').getByText('Clear the search').click()
    await rows(page).nth(9).waitFor()
  }))

test('a list that cannot be loaded says so whatever is searched for, and is searched for it again once it can be', () =>
  stage.as('seeker', allow('iam:ListUsers'), async (page) => {
    await page.goto('/console/iam/users')
    const box = page.getByRole('searchbox')
    await search(page, 'Users', 'nobody of this name')
    await expectText(page, 'Nothing matches.')
    const failure =
      '<ErrorResponse><Error><Code>InvalidInput</Code><Message>Out of order.</Message></Error></ErrorResponse>'
    await page.route('**/console/api/**', (route) => route.fulfill({ status: 400, body: failure }))
    await press(page, 'Refresh')
    await expectText(page, 'This could not be loaded: Out of order.')
    await expectCount(page.getByText('Nothing matches.'), 0)
    await page.unroute('**/console/api/**')
    await press(page, 'Try again')
    await expectText(page, 'Nothing matches.')
    assert.equal(await box.inputValue(), 'nobody of this name')

    await mustCall(stage.administrator, 'iam', 'DeleteUserPolicy', { UserName: 'seeker', PolicyName: 'p' })
    await press(page, 'Refresh')
    await expectText(page, 'You do not have permission to see this. It takes iam:ListUsers.')
    await expectCount(page.getByText('Nothing matches.'), 0)
  }))

test('several users can be checked, which opens none of them, and one is deleted at a time', () =>
  stage.as('checker', allow('iam:ListUsers'), async (page) => {
    await page.goto('/console/iam/users')
    const remove = page.getByRole('button', { name: 'Delete user', exact: true })
    const box = (name) => page.getByRole('checkbox', { name: `Select ${name}`, exact: true })
    const other = stage.server.administrator.user
    await box('checker').check()
    await expectPath(page, /^\/console\/iam\/users$/)
    assert.ok(await remove.isEnabled())
    await box(other).check()
    assert.equal(await remove.getAttribute('aria-disabled'), 'true')
    const reason = page.locator(`[id="${await remove.getAttribute('aria-describedby')}"]`)
    assert.equal(await reason.textContent(), 'Users are deleted one at a time.')
    await box('checker').uncheck()
    assert.ok(await remove.isEnabled())
  }))

test('searching and refreshing a list in a dialog does not send what is checked in it', () =>
  stage.at('/console/home', async (page) => {
    await page.goto(await ofCrew())
    await press(page, 'Add users to group')
    const dialog = page.getByRole('dialog')
    const { user } = stage.server.administrator
    await dialog.getByRole('checkbox', { name: `Select ${user}`, exact: true }).check()
    await dialog.getByRole('searchbox').fill('nobody of this name')
    await dialog.getByRole('searchbox').press('Enter')
    await dialog.getByRole('table').getByText('Clear the search').click()
    const refreshed = page.waitForResponse((answer) => answer.request().postData()?.includes('Action=ListUsers'))
    await press(dialog, 'Refresh')
    await refreshed
    await settled(page)
    assert.ok(await dialog.getByRole('checkbox', { name: `Select ${user}`, exact: true }).isChecked())
    const { text } = await call(stage.administrator, 'iam', 'GetGroup', { GroupName: 'crew' })
    assert.doesNotMatch(text, /UserName/)
  }))

test('the whole filter of the event history stands in one line of 1280 pixels', () =>
  stage.at('/console/events', async (page) => {
    const top = async (role, name) => {
      const { y, height } = await page.getByRole(role, { name, exact: true }).boundingBox()
      return y + height
    }
    await page.getByRole('button', { name: /Filter by/ }).click()
    await page.getByRole('option', { name: 'Read only (true or false)' }).click()
    const line = await top('textbox', 'Value')
    for (const name of ['From date', 'From time', 'To date', 'To time']) {
      assert.ok(Math.abs((await top('textbox', name)) - line) < 4, name)
    }
    assert.ok(Math.abs((await top('button', 'Search')) - line) < 4)
  }))
