import { test } from 'node:test'
import { assertAccessible } from './lib/axe.js'
import { documentText, openTab, press, replaceDocument } from './lib/console.js'
import { mustCall } from './lib/people.js'
import { account } from './lib/server.js'
import { allow, newStage } from './lib/stage.js'
import { expectCount, expectText, expectVisible } from './lib/wait.js'
import assert from 'node:assert/strict'

const stage = newStage()

/** Makes a managed policy with some versions, each of which allows another action, and opens its page. */
async function withVersions(PolicyName, count, path, story) {
  const PolicyArn = `arn:aws:iam::${account.id}:policy/${PolicyName}`
  const document = (n) => JSON.stringify(allow(`ec2:DescribeV${n}*`), undefined, 2)
  await mustCall(stage.administrator, 'iam', 'CreatePolicy', { PolicyName, PolicyDocument: document(1) })
  for (let n = 2; n <= count; n++) {
    const version = { PolicyArn, PolicyDocument: document(n), SetAsDefault: 'true' }
    await mustCall(stage.administrator, 'iam', 'CreatePolicyVersion', version)
  }
  await stage.at(`/console/iam/policies/${encodeURIComponent(PolicyArn)}${path}`, story)
}

const row = (page, version) =>
  page.getByRole('table', { name: 'Versions' }).getByRole('row', { name: new RegExp(`^${version}\\b`) })

test('a version is compared, made the default, and another one is deleted', () =>
  withVersions('Compared', 2, '', async (page) => {
    await openTab(page, 'Policy versions')
    await press(page, 'Compare v1 with the default version')
    await expectVisible(page.getByText('ec2:DescribeV1*'))
    await expectVisible(page.getByText('ec2:DescribeV2*'))
    await assertAccessible(page)
    await press(page, 'Set as default v1')
    await expectText(page, 'v1 is the default version now.')
    await expectVisible(row(page, 'v1').getByText('Default', { exact: true }))
    await press(page, 'Delete version v2')
    await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click()
    await row(page, 'v2').waitFor({ state: 'detached' })
  }))

test('a sixth version takes the place of the oldest, and nothing that was written is lost', () =>
  withVersions('Full', 5, '/edit', async (page) => {
    await page.locator('.ace_text-input').waitFor({ state: 'attached' })
    await replaceDocument(page, JSON.stringify(allow('ec2:DescribeV6*')))
    await press(page, 'Save changes')
    await expectText(page, /versions/)
    await press(page, 'Delete v1, the oldest version that is not in force, and save')
    await expectText(page, 'Full has a new version, v6.')
    await openTab(page, 'Policy versions')
    await expectVisible(row(page, 'v6').getByText('Default', { exact: true }))
    await expectCount(row(page, 'v1'), 0)
  }))

test('a look at the visual editor changes no byte of a document, and it says what it cannot show', () =>
  withVersions('Byte', 1, '/edit', async (page) => {
    const odd =
      '{ "Version":"2012-10-17",\n\t"Statement" : {"Effect":"Allow","NotAction":["iam:*" ], "NotResource":"*"} }\n'
    await page.locator('.ace_text-input').waitFor({ state: 'attached' })
    for (const [text, seen] of [
      [odd, /The policy contains NotAction, NotResource, which/],
      [
        '{"Version":"2012-10-17",\n "Statement":[ {"Action":"ec2:*","Effect":"Deny","Resource":["*"]} ]}',
        'Statement 1',
      ],
    ]) {
      await replaceDocument(page, text)
      await openTab(page, 'Visual editor')
      await expectText(page, seen)
      await openTab(page, 'JSON')
      await page.locator('.ace_text-input').waitFor({ state: 'attached' })
      assert.equal(await documentText(page), text)
    }
  }))

test('the JSON editor completes actions, condition keys, operators and ARNs of the account', () =>
  withVersions('Completed', 1, '/edit', async (page) => {
    await page.locator('.ace_text-input').waitFor({ state: 'attached' })
    for (const [before, typed, offered] of [
      ['"Effect":"Allow","Resource":"*","Action":"', 'ec2:RunInst', 'ec2:RunInstances'],
      [
        '"Effect":"Allow","Action":"ec2:*","Resource":"*","Condition":{"Bool":{"',
        'aws:MultiF',
        'aws:MultiFactorAuthPresent',
      ],
      ['"Effect":"Allow","Action":"ec2:*","Resource":"*","Condition":{"', 'StringLik', 'StringLike'],
      ['"Condition":{"', 'NumericLessThanEqualsI', 'NumericLessThanEqualsIfExists'],
      ['"Condition":{"', 'ForAnyValue:StringLi', 'ForAnyValue:StringLikeIfExists'],
      ['"Action":"iam:GetUser","Resource":"', 'arn:', `arn:aws:iam::${account.id}:user/*`],
      [
        '"Action":"iam:GetUser","NotResource":["*","',
        `arn:aws:ec2:*:${account.id}:instance/`,
        `arn:aws:ec2:*:${account.id}:instance/*`,
      ],
      ['"Action":"iam:GetUser","Resource":"', '', `arn:aws:iam::${account.id}:user/*`],
      ['"Condition":{"ArnLike":{"aws:SourceArn":"', 'arn:aws:sn', 'arn:aws:sns:'],
    ]) {
      await replaceDocument(page, `{"Version":"2012-10-17","Statement":[{${before}`)
      if (typed) await page.keyboard.insertText(typed)
      await page.keyboard.press('Control+Space')
      await expectVisible(page.locator('.ace_autocomplete .ace_line').filter({ hasText: offered }))
      await page.keyboard.press('Escape')
    }
  }))
