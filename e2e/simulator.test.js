import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertAccessible } from './lib/axe.js'
import { press } from './lib/console.js'
import { mustCall } from './lib/people.js'
import { account } from './lib/server.js'
import { newStage } from './lib/stage.js'
import { expectCount, expectText, expectVisible } from './lib/wait.js'

const stage = newStage()

const bucket = (name) => `arn:aws:s3:::${name}`
const only = `{
      "Effect": "Allow",
      "Action": "s3:ListBucket",
      "Resource": "${bucket('open')}",
      "Condition": {"StringEquals": {"s3:prefix": "in, out"}}
    }`
const document = `{
  "Version": "2012-10-17",
  "Statement": [
    ${only}
  ]
}`
const onlyAlone = only.replaceAll('\n    ', '\n')

const row = (page, resource) =>
  page.getByRole('table', { name: 'Results' }).getByRole('row', { name: new RegExp(`${resource}\\b`) })

async function ask(page) {
  await page.getByLabel('Actions', { exact: true }).fill('s3:ListBucket')
  await page.getByLabel('Resources', { exact: true }).fill(`${bucket('open')}\n${bucket('shut')}`)
}

test('the simulator decides about each resource, offers the context keys of the policies, and shows the statement', () =>
  stage.at('/console/iam/simulator', async (page) => {
    const UserName = 'Simulated'
    await mustCall(stage.administrator, 'iam', 'CreateUser', { UserName })
    await mustCall(stage.administrator, 'iam', 'PutUserPolicy', {
      UserName,
      PolicyName: 'p',
      PolicyDocument: document,
    })
    await page.getByLabel('ARN of a user, group or role').fill(`arn:aws:iam::${account.id}:user/${UserName}`)
    await ask(page)
    await press(page, 'Run simulation')
    await expectVisible(row(page, 'open').getByText('Not allowed by any statement'))
    await expectVisible(row(page, 'open').getByText('Context keys without a value: s3:prefix'))

    await press(page, 'Add the keys that the policies ask for')
    await page.getByRole('textbox', { name: /Values$/ }).fill('in, out')
    assert.equal(await page.getByRole('textbox', { name: /Key$/ }).inputValue(), 's3:prefix')
    await press(page, 'Run simulation')
    await expectVisible(row(page, 'open').getByText('Allowed', { exact: true }))
    await expectVisible(row(page, 'shut').getByText('Not allowed by any statement'))
    const shown = row(page, 'open').getByRole('region', { name: `Policy user_${UserName}_p, line 4` })
    assert.equal(await shown.innerText(), onlyAlone)
    await expectCount(row(page, 'shut').getByRole('region'), 0)
    await assertAccessible(page)

    await press(page, 'Add the keys that the policies ask for')
    await expectText(page, 'The policies ask for no other keys.')
    await press(page, 'Remove context key 1')
    await press(page, 'Run simulation')
    await expectVisible(row(page, 'open').getByText('Not allowed by any statement'))
  }))

test('policies that nobody has yet are simulated, and one that is broken is named', () =>
  stage.at('/console/iam/simulator', async (page) => {
    await page.getByRole('radio', { name: 'Policies that I enter here' }).check()
    await page.getByLabel('Policy 1', { exact: true }).fill(document.replace(/,\s*"Condition".*/, ''))
    await press(page, 'Add policy')
    await page.getByLabel('Policy 2', { exact: true }).fill('{')
    await ask(page)
    await press(page, 'Run simulation')
    await expectText(page, /PolicyInputList\.2 is not a valid policy/)
    await expectText(page, 'Nothing has been asked yet.')
    await page
      .getByLabel('Policy 2', { exact: true })
      .fill(`{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"s3:*","Resource":"${bucket('shut')}"}}`)
    await press(page, 'Run simulation')
    await expectVisible(row(page, 'open').getByText('Allowed', { exact: true }))
    await expectVisible(row(page, 'open').getByRole('region', { name: 'Policy PolicyInputList.1, line 4' }))
    await expectVisible(row(page, 'shut').getByText('Denied by a statement'))
    await expectVisible(row(page, 'shut').getByText('"Effect":"Deny"'))
    await assertAccessible(page)
  }))

test('a principal that is not there and a value that is not of its type are told', () =>
  stage.at('/console/iam/simulator', async (page) => {
    await page.getByLabel('ARN of a user, group or role').fill(`arn:aws:iam::${account.id}:user/Nowhere`)
    await ask(page)
    await press(page, 'Run simulation')
    await expectVisible(page.getByRole('main').getByText(/Nowhere.*(cannot be found|does not exist)/))
    await page.getByRole('radio', { name: 'Policies that I enter here' }).check()
    await page.getByLabel('Policy 1', { exact: true }).fill(document)
    await press(page, 'Add context key')
    await page.getByRole('textbox', { name: /Key$/ }).fill('aws:SourceIp')
    await page.getByRole('textbox', { name: /Values$/ }).fill('here')
    await page.getByRole('button', { name: /Type/ }).click()
    await page.getByRole('option', { name: 'ip', exact: true }).click()
    await press(page, 'Run simulation')
    await expectText(page, 'The value here of the context key aws:SourceIp is not of its type.')
  }))
