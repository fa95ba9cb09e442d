import assert from 'node:assert/strict'
import { test } from 'node:test'
import { documentText, press, replaceDocument } from './lib/console.js'
import { call } from './lib/people.js'
import { account } from './lib/server.js'
import { allow, newStage } from './lib/stage.js'
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

test('a policy is made with tags', () =>
  stage.at('/console/iam/policies/create', async (page) => {
    await page.getByRole('tab', { name: 'JSON' }).click()
    await page.locator('.ace_content').waitFor()
    await replaceDocument(page, JSON.stringify(allow('iam:ListUsers')))
    await press(page, 'Review policy')
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Tagged')
    for (const [key, value] of [
      ['owner', 'south'],
      ['draft', ''],
    ]) {
      await press(page, 'Add tag')
      await page.getByRole('textbox', { name: 'Key' }).last().fill(key)
      await page.getByRole('textbox', { name: 'Value' }).last().fill(value)
    }
    await press(page, 'Create policy')
    await expectText(page, 'Tagged has been created.')
    const PolicyArn = `arn:aws:iam::${account.id}:policy/Tagged`
    const { text } = await call(stage.administrator, 'iam', 'ListPolicyTags', { PolicyArn })
    const tags = [...text.matchAll(/<Key>(\w*)<\/Key>\s*<Value>(\w*)<\/Value>/g)].map(([, key, value]) => [key, value])
    assert.deepEqual(tags.sort(), [
      ['draft', ''],
      ['owner', 'south'],
    ])
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
