import assert from 'node:assert/strict'
import { test } from 'node:test'
import { documentText, press, replaceDocument } from './lib/console.js'
import { newStage } from './lib/stage.js'
import { expectCount, expectText, expectVisible } from './lib/wait.js'

const stage = newStage()

test('a new policy is found fault with once it is written or to be reviewed, and not before', () =>
  stage.at('/console/iam/policies/create', async (page) => {
    await expectVisible(page.getByRole('button', { name: 'Add statement' }))
    await page.waitForLoadState('networkidle')
    await expectCount(page.getByText('Statement is empty'), 0)
    await press(page, 'Review policy')
    await expectText(page, 'This policy cannot be reviewed yet')
    await expectVisible(page.getByRole('listitem').getByText('MISSING_STATEMENT: Statement is empty'))
  }))

test('the policy editor is light or dark as the page is, also while it is open', () =>
  stage.at('/console/iam/policies/create', async (page) => {
    await page.getByRole('tab', { name: 'JSON' }).click()
    const editor = (dark) => page.locator(`.ace_editor${dark ? '.ace_dark' : ':not(.ace_dark)'} .ace_content`)
    await expectVisible(editor(false))
    await page.emulateMedia({ colorScheme: 'dark' })
    await expectVisible(editor(true))
    await replaceDocument(page, 'typed before the page was light again')
    await page.emulateMedia({ colorScheme: 'light' })
    await expectVisible(editor(false))
    assert.equal(await documentText(page), 'typed before the page was light again')
  }))

test('a finding can be read on a narrow screen', () =>
  stage.at('/console/iam/policies/create', async (page) => {
    await page.setViewportSize({ width: 320, height: 900 })
    await press(page, 'Review policy')
    const finding = page.getByRole('listitem').getByText('MISSING_STATEMENT')
    await expectVisible(finding)
    const { x, width } = await finding.boundingBox()
    assert.ok(x >= 0 && x + width <= 320, `from ${x} to ${x + width}`)
  }))
