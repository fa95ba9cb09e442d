import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertAccessible } from './lib/axe.js'
import { newContext } from './lib/browser.js'
import { codeAt } from './lib/device.js'
import { call, fillSignIn, mustCall, newUser, virtualDevice } from './lib/people.js'
import { allow, newStage, password } from './lib/stage.js'
import { expectCount, expectText, expectVisible } from './lib/wait.js'

const stage = newStage()

const button = (page, name) => page.getByRole('button', { name, exact: true })

async function choose(page, label, option) {
  await page.getByRole('button', { name: label }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

/** Looks up the events of one name. */
async function lookUp(page, name) {
  await choose(page, /Filter by/, 'Event name')
  await page.getByRole('textbox', { name: 'Value' }).fill(name)
  await button(page, 'Search').click()
}

/** Types a time as a person in the browser's time zone does. */
async function type(page, side, seconds) {
  const at = new Date(seconds * 1000)
  const two = (n) => String(n).padStart(2, '0')
  const box = (part) => page.getByRole('textbox', { name: `${side} ${part}` })
  await box('date').fill(`${at.getFullYear()}/${two(at.getMonth() + 1)}/${two(at.getDate())}`)
  await box('time').fill(`${two(at.getHours())}:${two(at.getMinutes())}`)
}

test('events of a range of time are found, older and newer ones are not', () =>
  stage.at('/console/events', async (page) => {
    for (const group of ['early', 'middle', 'late']) {
      await mustCall(stage.administrator, 'iam', 'CreateGroup', { GroupName: group })
      await stage.server.advance('10m')
    }
    const now = await stage.server.advance('0s')
    await type(page, 'From', now - 22 * 60)
    await type(page, 'To', now - 18 * 60)
    await lookUp(page, 'CreateGroup')
    const rows = page.getByRole('row', { name: /CreateGroup/ })
    await expectVisible(page.getByText('(1)', { exact: true }))
    await expectCount(rows, 1)
    await rows.getByRole('radio').check()
    await expectText(page, '"groupName": "middle"')
    await assertAccessible(page)
  }))

test('a range that ends before it begins is refused in the words of the API', () =>
  stage.at('/console/events', async (page) => {
    const now = await stage.server.advance('0s')
    await type(page, 'From', now)
    await type(page, 'To', now - 3600)
    await button(page, 'Search').click()
    await expectVisible(
      page
        .getByRole('main')
        .getByText(/Time/i)
        .filter({ hasText: /start|range/i }),
    )
    await expectVisible(button(page, 'Search'))
  }))

test('half a date cannot be searched for', () =>
  stage.at('/console/events', async (page) => {
    await page.getByRole('textbox', { name: 'From date' }).fill('2026/0')
    await page.waitForFunction(() =>
      [...document.querySelectorAll('button')].some(
        (each) => each.innerText === 'Search' && each.matches('[disabled], [aria-disabled=true]'),
      ),
    )
  }))

test('older events are loaded on demand', () =>
  stage.at('/console/home', async (page) => {
    for (let n = 0; n < 60; n++) await call(stage.administrator, 'iam', 'GetGroup', { GroupName: 'nobody' })
    await page.goto('/console/events')
    await lookUp(page, 'GetGroup')
    await expectVisible(page.getByText('(50)', { exact: true }))
    await button(page, 'Load older events').click()
    await expectVisible(page.getByText('(60)', { exact: true }))
  }))

test('sign-ins that failed and codes are in the history', () =>
  stage.at('/console/home', async (page) => {
    await newUser(stage.administrator, 'seen', password)
    const secret = await virtualDevice(stage.administrator, stage.server, 'seen')
    await stage.server.advance('2m')
    const { context } = await newContext(stage.browser, stage.server)
    const tab = await context.newPage()
    await fillSignIn(tab, stage.server, 'seen', 'A wrong morning, 7 geese')
    await tab
      .getByText(/incorrect/i)
      .first()
      .waitFor()
    await fillSignIn(tab, stage.server, 'seen', password)
    await tab.getByLabel('MFA code').fill(codeAt(secret, await stage.server.advance('30s')))
    await tab.getByRole('button', { name: 'Submit' }).click()
    await tab.waitForURL(/\/console\//)
    await context.close()
    await page.goto('/console/events')
    await lookUp(page, 'ConsoleLogin')
    const records = []
    const rows = page.getByRole('row', { name: /ConsoleLogin.*seen/ })
    await rows.nth(1).waitFor()
    for (const row of await rows.all()) {
      await row.getByRole('radio').check()
      records.push(await page.getByRole('region', { name: 'Record' }).innerText())
    }
    assert.match(records.join('\n'), /"ConsoleLogin": "Failure"/)
    assert.match(records.join('\n'), /"ConsoleLogin": "Success"/)
    assert.match(records.join('\n'), /"MFAUsed": "Yes"/)
    await page.getByRole('textbox', { name: 'Value' }).fill('CheckMfa')
    await button(page, 'Search').click()
    await expectVisible(page.getByRole('row', { name: /CheckMfa.*seen/ }))
  }))

test('who may not look at the history is told so', () =>
  stage.as('blind', allow('iam:ListUsers'), async (page) => {
    await page.goto('/console/events')
    await expectText(page, 'You do not have permission to see this. It takes cloudtrail:LookupEvents.')
    await assertAccessible(page)
  }))
