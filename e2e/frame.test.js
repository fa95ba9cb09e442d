import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openSection, openService } from './lib/console.js'
import { newStage } from './lib/stage.js'
import { expectVisible } from './lib/wait.js'

const stage = newStage()

const heading = (page, name) => page.getByRole('heading', { level: 1, name, exact: true })

/** Waits until an element has the focus. */
const expectFocus = (locator) => expectVisible(locator.and(locator.page().locator(':focus')))

test('the heading takes the focus when another page is opened, from a menu or from a link', () =>
  stage.at('/console/', async (page) => {
    await openService(page, 'IAM')
    await expectFocus(heading(page, 'Dashboard'))
    await openSection(page, 'Policies')
    await expectFocus(heading(page, 'Policies'))
  }))

test('a menu that was opened while a page was on its way stays open when the page is there', () =>
  stage.at('/console/iam', async (page) => {
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

test('the navigation pane is open on a wide screen, and again after a narrow one, where it waits to be asked for', () =>
  stage.at('/console/iam', async (page) => {
    const pane = page.getByRole('navigation', { name: 'Main navigation' })
    const link = pane.getByRole('link', { name: 'Roles', exact: true })
    await expectVisible(link)
    await page.setViewportSize({ width: 320, height: 900 })
    await link.waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: 'Open navigation' }).click()
    await link.click()
    await expectFocus(heading(page, 'Roles'))
    await link.waitFor({ state: 'hidden' })
    await page.setViewportSize({ width: 1280, height: 900 })
    await expectVisible(link)
    await page.getByRole('button', { name: 'Close navigation' }).click()
    await link.waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: 'Open navigation' }).click()
    await expectVisible(link)
  }))
