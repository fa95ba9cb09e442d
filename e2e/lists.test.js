import assert from 'node:assert/strict'
import { test } from 'node:test'
import { press, search } from './lib/console.js'
import { expectLoaded, nextPage, showColumn } from './lib/list.js'
import { mustCall, signIn, signOut } from './lib/people.js'
import { sideways } from './lib/room.js'
import { allow, newStage, password } from './lib/stage.js'
import { expectCount, expectVisible, settled } from './lib/wait.js'

const stage = newStage()

const rows = (page) => page.locator('tbody tr')
const header = (page, name) => page.getByRole('columnheader', { name })

/** The lists that a person chooses columns of, with one to hide. */
const lists = [
  { path: '/console/iam/users', what: 'Users', column: 'Creation time' },
  { path: '/console/iam/policies', what: 'Policies', column: 'Type' },
  { path: '/console/ec2/instances', what: 'Instances', column: 'Type' },
]

for (const { path, what, column } of lists) {
  test(`columns and page size of ${what} are kept in this browser`, () =>
    stage.at(path, async (page) => {
      await header(page, column).waitFor()
      await press(page, 'Preferences')
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('radio', { name: '10 rows' }).check()
      await dialog.getByRole('checkbox', { name: column }).uncheck()
      await dialog.getByRole('button', { name: 'Confirm' }).click()
      await header(page, column).waitFor({ state: 'detached' })
      await page.reload()
      await header(page, /name/i).first().waitFor()
      await expectCount(header(page, column), 0)
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
