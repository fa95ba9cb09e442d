import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newContext, startBrowser } from './lib/browser.js'
import { documentText, expectHeading } from './lib/console.js'
import { codeAt, twoCodes } from './lib/device.js'
import { chooseFromMenu, chooseTab, enter, focused, focusedText, tabTo, type } from './lib/keyboard.js'
import { mustCall, newUser, signIn } from './lib/people.js'
import { startServer } from './lib/server.js'
import { expectPath, expectText, expectVisible } from './lib/wait.js'
import { forceMFA, password } from './tour/world.js'

const user = 'MFAUser'

let server, browser, page, assertClean

before(async () => {
  server = await startServer()
  browser = await startBrowser()
  const { context } = await newContext(browser, server)
  await signIn(await context.newPage(), server, server.administrator.user, server.administrator.password)
  await newUser(context, user, password)
  await mustCall(context, 'iam', 'CreateGroup', { GroupName: 'EC2MFA' })
  await mustCall(context, 'iam', 'AddUserToGroup', { GroupName: 'EC2MFA', UserName: user })
  const own = await newContext(browser, server)
  assertClean = own.assertClean
  page = await own.context.newPage()
})

after(async () => {
  await browser?.close()
  await server?.stop()
})

const button = (name) => page.getByRole('button', { name, exact: true })
const link = (name) => page.getByRole('link', { name, exact: true })

/** Signs in where the page is, from the field that has the focus on. */
async function signInByKeyboard(name, secret) {
  await page.goto(server.signIn)
  await type(page, page.getByLabel('IAM user name'), name)
  await type(page, page.getByLabel('Password'), secret)
  await page.keyboard.press('Enter')
}

/** Demands that the heading of a page that was come to has the focus, and that the tab is called like it. */
async function arrive(heading) {
  await expectHeading(page, heading)
  await page.waitForFunction(() => document.activeElement.tagName === 'H1')
  assert.ok((await page.title()).startsWith(heading), await page.title())
}

/** Goes to a page by the navigation pane. */
async function section(name) {
  await enter(page, page.getByRole('navigation').getByRole('link', { name, exact: true }))
  await arrive(name)
}

test('the tutorial is played with the keyboard alone', async (t) => {
  let failed = false
  /** A step begins where the one before it ended: after a failure there is nothing to begin from. */
  const step = (name, story) =>
    failed ||
    t.test(name, async () => {
      try {
        await story()
        assertClean()
      } catch (error) {
        failed = true
        throw error
      }
    })

  await step('sign in, and open IAM from the menu', async () => {
    await signInByKeyboard(server.administrator.user, server.administrator.password)
    await expectHeading(page, 'Console home')
    await chooseFromMenu(page, /^Services/, 'IAM')
    await arrive('Dashboard')
  })

  await step('write a policy, and leave the editor with Esc and Tab', async () => {
    await section('Policies')
    await enter(page, button('Create policy'))
    await arrive('Create policy')
    await chooseTab(page, 'JSON')
    await expectText(page, 'Press Esc to leave the text')
    await tabTo(page, page.locator('.ace_scroller'))
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+a')
    await page.keyboard.insertText(forceMFA)
    assert.equal(await documentText(page), forceMFA)
    await expectText(page, 'No findings.')
    await page.keyboard.press('Escape')
    await enter(page, button('Review policy'))
    await arrive('Review policy')
    await type(page, page.getByLabel('Name', { exact: true }), 'Force_MFA')
    await enter(page, button('Create policy'))
    await expectText(page, 'Force_MFA has been created.')
    await arrive('Policies')
  })

  await step('attach two policies to the group', async () => {
    await section('Groups')
    await enter(page, link('EC2MFA'))
    await arrive('EC2MFA')
    await chooseTab(page, 'Permissions')
    await enter(page, button('Attach Policy'))
    await arrive('Attach Policy')
    for (const [typed, name] of [
      ['EC2Full', 'AmazonEC2FullAccess'],
      ['Force', 'Force_MFA'],
    ]) {
      await tabTo(page, page.getByRole('searchbox'), 'Shift+Tab')
      await type(page, page.getByRole('searchbox'), typed)
      await tabTo(page, page.getByRole('row').filter({ hasText: name }).locator('input'))
      await page.keyboard.press('Space')
    }
    await enter(page, button('Attach Policy'))
    for (const name of ['AmazonEC2FullAccess', 'Force_MFA']) await expectVisible(link(name))
  })

  await step('sign out, sign in as the user, and be refused', async () => {
    await chooseFromMenu(page, / @ /, 'Sign out')
    await expectPath(page, /^\/signin/)
    await signInByKeyboard(user, password)
    await expectHeading(page, 'Console home')
    await chooseFromMenu(page, /^Services/, 'EC2')
    await expectText(page, 'You are not authorized to perform this operation.')
  })

  await step('the wizard keeps the focus, Esc closes it, and the focus is back where it was', async () => {
    await chooseFromMenu(page, /^Services/, 'IAM')
    await section('Users')
    await enter(page, link(user))
    await arrive(user)
    await chooseTab(page, 'Security credentials')
    await enter(page, button('Manage'))
    await page.getByRole('dialog').waitFor()
    for (let times = 0; times < 12; times++) {
      await page.keyboard.press('Tab')
      const inside = await page.getByRole('dialog').evaluate((each) => each.contains(document.activeElement))
      assert.ok(inside, `the focus has left the dialog: ${await focused(page)}`)
    }
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    assert.equal(await focusedText(page), 'Manage')
  })

  let secret
  await step('assign a virtual device', async () => {
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await enter(page, dialog.getByRole('button', { name: 'Continue' }))
    await enter(page, dialog.getByRole('button', { name: 'Show secret key' }))
    secret = await dialog.getByText(/^[A-Z2-7]{64}$/).innerText()
    const [first, second] = twoCodes(secret, await server.advance('0s'))
    await type(page, page.getByLabel('MFA Code 1'), first)
    await type(page, page.getByLabel('MFA Code 2'), second)
    await enter(page, dialog.getByRole('button', { name: 'Assign MFA' }))
    await expectText(page, 'You have successfully assigned virtual MFA.')
  })

  await step('sign in with a code, and use EC2', async () => {
    await enter(page, button('Sign in again with MFA'))
    await expectPath(page, /^\/signin/)
    await signInByKeyboard(user, password)
    await page.getByLabel('MFA code').waitFor()
    await type(page, page.getByLabel('MFA code'), codeAt(secret, await server.advance('30s')))
    await page.keyboard.press('Enter')
    await expectHeading(page, 'Console home')
    await chooseFromMenu(page, /^Services/, 'EC2')
    await section('Instances')
    await enter(page, button('Launch instance'))
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    assert.equal(await focusedText(page), 'Launch instance')
  })
})
