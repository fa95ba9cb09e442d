import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newContext, startBrowser } from './lib/browser.js'
import { openSection, openService } from './lib/console.js'
import { signIn } from './lib/people.js'
import { startServer } from './lib/server.js'
import { expectVisible } from './lib/wait.js'

let server, browser, context, assertClean

before(async () => {
  server = await startServer()
  browser = await startBrowser()
  ;({ context, assertClean } = await newContext(browser, server))
  await signIn(await context.newPage(), server, server.administrator.user, server.administrator.password)
})

after(async () => {
  await browser?.close()
  await server?.stop()
})

/** Opens an address in a tab of its own, and demands that the browser had nothing to report. */
async function at(path, story) {
  const page = await context.newPage()
  await page.goto(path)
  await story(page)
  assertClean()
  await page.close()
}

const heading = (page, name) => page.getByRole('heading', { level: 1, name, exact: true })

/** Waits until an element has the focus. */
const expectFocus = (locator) => expectVisible(locator.and(locator.page().locator(':focus')))

test('the heading takes the focus when another page is opened, from a menu or from a link', () =>
  at('/console/', async (page) => {
    await openService(page, 'IAM')
    await expectFocus(heading(page, 'Dashboard'))
    await openSection(page, 'Policies')
    await expectFocus(heading(page, 'Policies'))
  }))

test('a menu that was opened while a page was on its way stays open when the page is there', () =>
  at('/console/iam', async (page) => {
    await expectVisible(heading(page, 'Dashboard'))
    let letCome
    const mayCome = new Promise((resolve) => (letCome = resolve))
    await page.route('**/assets/Roles-*.js', async (route) => {
      await mayCome
      await route.continue()
    })
    await page.getByRole('navigation').getByRole('link', { name: 'Roles', exact: true }).click()
    await page.waitForURL('**/console/iam/roles')
    await page.getByRole('button', { name: /^Support/ }).click()
    const item = page.getByRole('menuitem', { name: 'Support Center' })
    await expectFocus(item)
    letCome()
    await expectVisible(page.getByRole('columnheader', { name: 'Role name' }))
    assert.ok(await item.isVisible())
    await expectFocus(item)
  }))
