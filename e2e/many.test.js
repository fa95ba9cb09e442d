import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { median, noteTasks, timed } from './lib/busy.js'
import { expectHeading, search } from './lib/console.js'
import { expectFirst, expectLoaded, nextPage, showColumn, sortBy } from './lib/list.js'
import { makeUsers, userNumber } from './lib/many.js'
import { newStage } from './lib/stage.js'
import { expectText, expectVisible } from './lib/wait.js'

const made = 100_000
const all = made + 1 // the administrator is one

/** For how long a page may be held up, at the median of what is done, in milliseconds: with a little more, people notice. https://web.dev/articles/inp */
const patience = 200

describe('an account of 100,000 users', () => {
  const stage = newStage('--quota', `UsersQuota=${all}`)
  before(async () => {
    await noteTasks(stage.administrator)
    await makeUsers(stage.administrator, stage.server, made)
  })

  /** Opens a page whose later pages of users wait, and lets them come. */
  async function whileLoading(path, page) {
    let letGo
    const gone = new Promise((resolve) => (letGo = resolve))
    await page.route('**/console/api/iam/', async (route) => {
      const body = new URLSearchParams(route.request().postData())
      if (body.get('Action') === 'ListUsers' && body.has('Marker')) await gone
      await route.continue()
    })
    await page.goto(path)
    return letGo
  }

  test('the first users can be used while the others are still loaded', async () => {
    await stage.at('/console/', async (page) => {
      const letGo = await whileLoading('/console/iam/users', page)
      await expectVisible(page.getByRole('link', { name: userNumber(0), exact: true }))
      await expectText(page, /^500 loaded, more are coming\. Only what has been loaded so far is searched\.$/)
      await page.getByRole('checkbox', { name: `Select ${userNumber(3)}` }).check()
      await search(page, 'Users', userNumber(498))
      await expectText(page, '1 match')
      await search(page, 'Users', userNumber(99_999))
      await expectText(page, 'Nothing matches.')

      letGo()
      await page.getByText(`(1 of ${all.toLocaleString('en')} selected)`).waitFor({ timeout: 120_000 })
      await expectText(page, '1 match')
      await expectFirst(page, userNumber(99_999))
      assert.equal(await page.getByText('more are coming').count(), 0)
      await search(page, 'Users', userNumber(3))
      assert.ok(await page.getByRole('checkbox', { name: `Select ${userNumber(3)}` }).isChecked())
    })
  })

  test('the list of users is searched, sorted, turned and checked without holding up the page', async () => {
    await stage.at('/console/iam/users', async (page) => {
      await expectFirst(page, 'admin')
      const box = page.getByRole('searchbox', { name: 'Search Users' })
      const worst = { typing: [], sorting: [], turning: [], checking: [] }
      const act = async (kind, what) => worst[kind].push((await timed(page, what)).worst)

      // While it is loaded.
      for (const letter of 'user-0') await act('typing', () => box.press(letter))
      await expectFirst(page, userNumber(0))
      await box.fill('')
      await expectLoaded(page, all)

      await showColumn(page, 'User ID')
      for (let times = 0; times < 2; times++) {
        await act('sorting', async () => {
          await sortBy(page, 'User ID')
          await expectVisible(page.locator(`th[aria-sort=${times === 0 ? 'ascending' : 'descending'}]`))
        })
      }
      for (const first of ['admin', userNumber(made - 1)]) {
        await act('sorting', async () => {
          await sortBy(page, 'User name')
          await expectFirst(page, first)
        })
      }
      for (let at = 1; at <= 5; at++) {
        await act('turning', async () => {
          await nextPage(page)
          await expectFirst(page, userNumber(made - 1 - 20 * at))
        })
      }
      for (const letter of '-09910') await act('typing', () => box.press(letter))
      await expectText(page, '10 matches')
      await expectFirst(page, userNumber(99_109))
      for (let row = 2; row < 7; row++) await act('checking', () => page.getByRole('checkbox').nth(row).check())
      for (const [kind, held] of Object.entries(worst)) {
        assert.ok(median(held) <= patience, `${kind} held up the page for ${held.map(Math.round)} ms`)
      }
    })
  })

  test('devices are asked for of the users in view, four at a time', async () => {
    await stage.at('/console/', async (page) => {
      const asked = new Set()
      let letGo
      const gone = new Promise((resolve) => (letGo = resolve))
      await page.route('**/console/api/iam/', async (route) => {
        const body = new URLSearchParams(route.request().postData())
        if (body.get('Action') === 'ListMFADevices') {
          asked.add(body.get('UserName'))
          await gone
        }
        await route.continue()
      })
      await page.goto('/console/iam/users')
      await expectLoaded(page, all)
      assert.equal(asked.size, 4)
      letGo()
      await expectDevices(page)
      await nextPage(page)
      await expectFirst(page, userNumber(19))
      await expectDevices(page)
      assert.equal(asked.size, 40)
    })
  })

  test('the credential report of all is read, shown and searched without stopping the page', async () => {
    await stage.at('/console/iam/credential-report', async (page) => {
      const { worst } = await timed(page, async () => {
        await page.getByRole('button', { name: 'Create report' }).click()
        await expectLoaded(page, all + 1) // root is in it
      })
      assert.ok(worst <= 1000, `the page stood still for ${worst} ms`)
      await expectFirst(page, '<root_account>')
      await page.getByRole('searchbox').fill(userNumber(99_999))
      await expectText(page, '1 match')
      await expectFirst(page, userNumber(99_999))
    })
  })

  test('the first users are chosen among all for a new group', async () => {
    await stage.at('/console/iam/groups/create', async (page) => {
      await page.getByRole('button', { name: 'Users to add' }).click()
      await page.getByText('The first 100 of 100,001 users.').waitFor({ timeout: 120_000 })
      await page.keyboard.type('099999')
      await page.getByRole('option', { name: userNumber(99_999) }).click()
      await expectVisible(page.getByRole('button', { name: `Remove ${userNumber(99_999)}` }))
    })
  })
})

/** Waits until each row in view says which devices its user has. */
function expectDevices(page) {
  return page.waitForFunction(
    () =>
      document.querySelectorAll('tbody tr').length === 20 && !document.querySelector('tbody').innerText.includes('…'),
  )
}
