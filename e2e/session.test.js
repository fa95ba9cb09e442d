import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newContext } from './lib/browser.js'
import { newUser, signIn } from './lib/people.js'
import { newStage, password } from './lib/stage.js'
import { expectCount, expectVisible, settled } from './lib/wait.js'

const stage = newStage('--console-idle-time=12h')

const ends = (page) => page.getByRole('alert').getByText(/^Your session ends at /)

/** A tab whose own clock goes with the server's, of somebody who has just signed in. */
async function newTab(user) {
  const { server, administrator, browser } = stage
  const { user: admin, password: secret } = server.administrator
  await signIn(await administrator.newPage(), server, admin, secret) // whose session may have ended in the test before
  await newUser(administrator, user, password)
  const { context, assertClean } = await newContext(browser, server)
  const page = await context.newPage()
  await page.clock.install({ time: (await server.advance('0s')) * 1000 })
  await signIn(page, server, user, password)
  await expectVisible(page.getByRole('heading', { level: 1 }))
  const pass = async (minutes) => {
    await server.advance(`${minutes}m`)
    await page.clock.fastForward(minutes * 60_000)
  }
  const signInElsewhere = async () => signIn(await context.newPage(), server, user, password)
  return { page, pass, signInElsewhere, assertClean, context }
}

test('the warning that a session ends goes when its tab is looked at after one has signed in again in another', async () => {
  const { page, pass, signInElsewhere, assertClean } = await newTab('cara')
  await expectCount(ends(page), 0)
  await pass(12 * 60 - 4)
  await expectVisible(ends(page))
  await signInElsewhere()
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await ends(page).waitFor({ state: 'detached' })
  await pass(12 * 60 - 4)
  await expectVisible(ends(page))
  assertClean()
})

test('no warning comes at the end of a session that was replaced in another tab', async () => {
  const { page, pass, signInElsewhere, assertClean } = await newTab('dora')
  await pass(11 * 60)
  await signInElsewhere()
  const asked = page.waitForResponse('**/console/session')
  await pass(56)
  await asked
  await settled(page)
  await expectCount(ends(page), 0)
  assertClean()
})

test('what one person typed is gone when another has signed in in another tab', async () => {
  const { page, context, assertClean } = await newTab('emil')
  await page.goto('/console/iam/groups/create')
  await page.getByLabel('Group name').fill('Plans')
  const { user, password: secret } = stage.server.administrator
  await signIn(await context.newPage(), stage.server, user, secret)
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await expectVisible(page.getByRole('button', { name: new RegExp(`^${user} @ `) }))
  assert.equal(await page.getByLabel('Group name').inputValue(), '')
  assertClean()
})
