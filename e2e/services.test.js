import { test } from 'node:test'
import { assertAccessible } from './lib/axe.js'
import { allow, newStage } from './lib/stage.js'

const denied = 'You are not authorized to perform this operation.'

const stage = newStage()

/** The sentence by itself; the whole answer of the server is folded away below it. */
const refusals = (page) => page.getByText(denied, { exact: true })

const button = (page, name) => page.getByRole('button', { name, exact: true })

test('a service that is not served shows its denial, or that it is allowed and nothing is behind it', () =>
  stage.as('tables', allow('dynamodb:ListTables'), async (page) => {
    await page.goto('/console/services/s3')
    await page.getByText('Access denied: you do not have permission to perform s3:ListAllMyBuckets.').waitFor()
    await page.goto('/console/services/dynamodb')
    await page.getByText('The policies allow dynamodb:ListTables.').waitFor()
    await assertAccessible(page)
  }))

test('the event history shows a denial with its record', () =>
  stage.as('auditor', allow('cloudtrail:LookupEvents'), async (page) => {
    await page.goto('/console/ec2/volumes')
    await refusals(page).waitFor()
    await page.goto('/console/events')
    const row = page.getByRole('row', { name: /DescribeVolumes.*auditor/ }).first()
    await row.getByText('UnauthorizedOperation').waitFor()
    await row.getByRole('radio').check()
    await page.getByText('"eventName": "DescribeVolumes"').waitFor()
    await assertAccessible(page)
  }))

test('the simulator, the credential report and the account settings answer an administrator', () =>
  stage.at('/console/iam/simulator', async (page) => {
    await page.getByLabel('Actions', { exact: true }).fill('ec2:RunInstances\niam:ListUsers')
    await button(page, 'Run simulation').click()
    await page.getByText('Allowed', { exact: true }).nth(1).waitFor()
    await assertAccessible(page)
    await page.goto('/console/iam/credential-report')
    await button(page, 'Create report').click()
    await page.getByRole('row', { name: /<root_account>/ }).waitFor()
    await assertAccessible(page)
    await page.goto('/console/iam/account-settings')
    await button(page, 'Change password policy').click()
    await page.getByLabel('Minimum length').fill('14')
    await button(page, 'Save changes').click()
    await page.getByText('The password policy has been saved.').waitFor()
    await page.getByText('14', { exact: true }).waitFor()
    await assertAccessible(page)
  }))
