import { replaceDocument } from '../lib/console.js'
import { named, press } from '../lib/words.js'
import { forceMFA } from './world.js'

const create = '/console/iam/policies/create'
const of = ({ policy }) => `/console/iam/policies/${encodeURIComponent(policy)}`

/** Writes a document on the tab JSON and waits for what the validator says. */
async function write(page, text) {
  await named(page, 'tab', 'JSON').click()
  await page.locator('.ace_content').waitFor()
  const validated = page.waitForResponse((response) => response.url().endsWith('/policy/validation'))
  await replaceDocument(page, text)
  await validated
}

const editor = (name, text, then) => ({
  name,
  path: create,
  open: async (page) => {
    await write(page, text)
    await then?.(page)
  },
})

const weak = JSON.stringify(
  {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: ['iam:PassRole', 'iam:NoSuchAction'], Resource: '*' },
      { Effect: 'Deny', Action: 'ec2:*', Resource: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
    ],
  },
  null,
  2,
)

const pressOnTab = (tab, button) => async (page) => {
  await named(page, 'tab', tab).click()
  await press(page, button)
}

/** Policies: the list, both editors with and without findings, the review, and the page of one with its versions. */
export const policies = [
  { name: 'policies', path: '/console/iam/policies' },
  { name: 'create-policy', path: create },
  editor('create-policy-json', forceMFA),
  editor('create-policy-findings', weak),
  editor('create-policy-broken', forceMFA.replace('"2012-10-17",', '"2012-10-17"'), (page) =>
    press(page, 'Review policy'),
  ),
  editor('create-policy-visual', weak, (page) => named(page, 'tab', 'Visual editor').click()),
  editor('create-policy-unsupported', forceMFA, (page) => named(page, 'tab', 'Visual editor').click()),
  editor('review-policy', forceMFA, (page) => press(page, 'Review policy')),
  editor('review-policy-incomplete', weak.replace('iam:NoSuchAction', 'iam:GetUser'), async (page) => {
    await press(page, 'Review policy')
    await press(page, 'Create policy')
  }),
  { name: 'policy', path: of },
  { name: 'policy-usage', path: of, open: (page) => named(page, 'tab', 'Policy usage').click() },
  { name: 'policy-advisor', path: of, open: (page) => named(page, 'tab', 'Access Advisor').click() },
  {
    name: 'policy-versions',
    path: of,
    open: async (page) => {
      await named(page, 'tab', 'Policy versions').click()
      await page.getByRole('button', { name: /v2/ }).first().click()
    },
  },
  { name: 'policy-attach', path: of, open: pressOnTab('Policy usage', 'Attach') },
  {
    name: 'policy-version-delete',
    path: of,
    open: async (page) => {
      await named(page, 'tab', 'Policy versions').click()
      await page.getByRole('button', { name: /v2$/ }).last().click()
    },
  },
  { name: 'policy-tags', path: of, open: (page) => named(page, 'tab', 'Tags').click() },
  { name: 'policy-tags-dialog', path: of, open: pressOnTab('Tags', 'Manage tags') },
  { name: 'edit-policy', path: (world) => `${of(world)}/edit` },
]

const simulator = '/console/iam/simulator'

/** What holds for the whole account, and the pages that look at it. */
export const account = [
  { name: 'account-settings', path: '/console/iam/account-settings' },
  {
    name: 'password-policy-dialog',
    path: '/console/iam/account-settings',
    open: (page) => press(page, 'Change password policy'),
  },
  { name: 'alias-dialog', path: '/console/iam/account-settings', open: (page) => press(page, 'Set alias') },
  { name: 'credential-report', path: '/console/iam/credential-report' },
  {
    name: 'credential-report-made',
    path: '/console/iam/credential-report',
    open: async (page) => {
      await press(page, 'Create report')
      await page.getByRole('cell', { name: '<root_account>' }).waitFor()
    },
  },
  { name: 'simulator', path: simulator },
  {
    name: 'simulator-typed',
    path: simulator,
    open: async (page) => {
      await named(page, 'radio', 'Policies that I enter here').check()
      await page.getByRole('textbox').first().fill(forceMFA)
      await press(page, 'Add policy')
      await press(page, 'Add the keys that the policies ask for')
      await page.getByRole('textbox').nth(2).fill('iam:ListUsers')
      await press(page, 'Add context key')
      await press(page, 'Run simulation')
      await page.getByRole('cell', { name: 'iam:ListUsers' }).waitFor()
    },
  },
  {
    name: 'simulator-results',
    path: simulator,
    open: async (page) => {
      await page.getByRole('textbox').nth(1).fill('ec2:RunInstances\niam:ListUsers')
      await press(page, 'Run simulation')
      await page.getByRole('cell', { name: 'ec2:RunInstances' }).waitFor()
    },
  },
]
