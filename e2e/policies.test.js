import assert from 'node:assert/strict'
import { test } from 'node:test'
import { press } from './lib/console.js'
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

test('a finding can be read on a narrow screen', () =>
  stage.at('/console/iam/policies/create', async (page) => {
    await page.setViewportSize({ width: 320, height: 900 })
    await press(page, 'Review policy')
    const finding = page.getByRole('listitem').getByText('MISSING_STATEMENT')
    await expectVisible(finding)
    const { x, width } = await finding.boundingBox()
    assert.ok(x >= 0 && x + width <= 320, `from ${x} to ${x + width}`)
  }))
