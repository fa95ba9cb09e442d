import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertAccessible } from './lib/axe.js'
import { mustCall } from './lib/people.js'
import { allow, newStage } from './lib/stage.js'
import { expectPath, expectText, expectVisible } from './lib/wait.js'

const stage = newStage()

test('a password that expires soon is announced, with the way to change it', async () => {
  await mustCall(stage.administrator, 'iam', 'UpdateAccountPasswordPolicy', { MaxPasswordAge: '10' })
  await stage.as('ann', allow('iam:*'), async (page) => {
    await expectText(page, /^Your password expires at .*\. Change it before then\.$/)
    await assertAccessible(page)
    await page.getByRole('button', { name: 'Change password' }).click()
    await expectPath(page, /security-credentials$/)
    await expectVisible(page.getByRole('button', { name: 'Change password' }))
  })
  await mustCall(stage.administrator, 'iam', 'UpdateAccountPasswordPolicy', { MaxPasswordAge: '90' })
  await stage.as('bob', undefined, async (page) => {
    await expectVisible(page.getByRole('heading', { level: 1 }))
    assert.equal(await page.getByText('Your password expires').count(), 0)
  })
})
