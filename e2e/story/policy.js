import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import {
  documentText,
  expectHeading,
  openSection,
  openService,
  openTab,
  press,
  replaceDocument,
  search,
} from '../lib/console.js'
import { fillSignIn, mustCall, signIn, signOut } from '../lib/people.js'
import { account } from '../lib/server.js'
import { expectCount, expectPath, expectText, expectVisible } from '../lib/wait.js'

export const forceMFA = readFileSync(new URL('../../policy/testdata/force_mfa.json', import.meta.url), 'utf8')
const description =
  'This policy allows users to manage their own passwords and MFA devices but nothing else unless they authenticate with MFA.'

export const policy = {
  '1.1: the sign-in page knows the account from its address': async ({ page, server, allow }) => {
    await signOut(page)
    const { port } = new URL(server.origin)
    for (const name of [account.id, account.alias]) {
      const own = `http://${name}.signin.localhost:${port}`
      allow(own)
      for (const address of [`${server.origin}/signin/${name}`, `${own}/console`]) {
        await page.goto(address)
        await expectPath(page, new RegExp(`^/signin/${name}$`))
        assert.equal(await accountBox(page).inputValue(), name)
      }
    }
  },

  '1.1: a wrong account, user or password is refused in one and the same way': async ({ page, server }) => {
    const { user, password } = server.administrator
    for (const [name, who, secret] of [
      [account.id, user, 'wrong'],
      [account.id, 'nobody-of-this-name', password],
      ['999999999999', user, password],
    ]) {
      await fillSignIn(page, server, who, secret, `/signin/${name}`)
      const refusal = page.getByRole('alert')
      await expectVisible(refusal)
      assert.equal(await refusal.innerText(), 'Your authentication information is incorrect. Please try again.')
    }
  },

  '1.1: an administrator signs in and sees the home page': async ({ page, server }) => {
    await signIn(page, server, server.administrator.user, server.administrator.password)
    await expectHeading(page, 'Console home')
  },

  '1.2: the IAM console': async ({ page, server }) => {
    await openService(page, 'IAM')
    for (const name of ['Dashboard', 'Groups', 'Users', 'Roles', 'Policies', 'Account settings', 'Credential report']) {
      await expectVisible(page.getByRole('navigation').getByRole('link', { name, exact: true }))
    }
    await expectText(page, `${server.origin}/signin/${account.alias}`)
    await page.waitForLoadState('networkidle')
    await expectCount(page.getByText('You do not have permission'), 0)
    await expectCount(page.getByText('This could not be loaded'), 0)
  },

  '1.3, 1.4: the policy is pasted into the JSON tab': async ({ page }) => {
    await openSection(page, 'Policies')
    await press(page, 'Create policy')
    await expectVisible(page.getByRole('tab', { name: 'Visual editor' }))
    await openTab(page, 'JSON')
    await replaceDocument(page, forceMFA)
    assert.equal(await documentText(page), forceMFA)
    await expectText(page, 'No findings.')
  },

  '1.5: the validator names the line of an error, and the page stays': async ({ page, administrator }) => {
    const broken = forceMFA.replace('"2012-10-17",', '"2012-10-17"')
    await replaceDocument(page, broken)
    await press(page, 'Review policy')
    await expectVisible(page.getByRole('alert').filter({ hasText: 'This policy cannot be reviewed yet' }))
    await expectText(page, /Line 3, column \d+/)
    await expectVisible(page.getByRole('tab', { name: 'JSON', selected: true }))
    assert.equal(await documentText(page), broken)
    await expectHeading(page, 'Create policy')
    await assertNoPolicy(administrator)
    await replaceDocument(page, forceMFA)
    await expectText(page, 'No findings.')
    await expectCount(page.getByText('This policy cannot be reviewed yet'), 0)
  },

  '1.5, note: the visual editor names NotAction and leaves the text as it is': async ({ page }) => {
    await openTab(page, 'Visual editor')
    await expectText(page, /The policy contains .*NotAction.*, which the visual editor does not support/)
    await openTab(page, 'JSON')
    await expectVisible(page.locator('.ace_content'))
    assert.equal(await documentText(page), forceMFA)
  },

  '1.6: a name is needed, and a legal one': async ({ page, administrator }) => {
    await press(page, 'Review policy')
    await expectHeading(page, 'Review policy')
    await press(page, 'Create policy')
    await expectText(page, 'A value is required.')
    await nameBox(page).fill('Force MFA!')
    await expectText(page, 'Use up to 128 letters')
    await press(page, 'Create policy')
    await expectHeading(page, 'Review policy')
    await assertNoPolicy(administrator)
    await nameBox(page).fill('Force_MFA')
    await page.getByLabel('Description').fill(description)
  },

  '1.6: the summary says what is denied and what is allowed': async ({ page }) => {
    const denied = ['All services except the listed actions\nThe actions that are left out (12)', 'Full access']
    assert.deepEqual(await summary(page, 'Explicit deny'), [
      [...denied, 'All resources', 'aws:MultiFactorAuthPresent | BoolIfExists | false'],
    ])
    assert.deepEqual(await summary(page, 'Allow'), [
      [
        'AWS Identity and Access Management (IAM) (iam)',
        'Limited: List, Read, Write\nThe actions (29)',
        'Multiple (4)',
        'aws:MultiFactorAuthPresent | Bool | true',
      ],
    ])
    await expectCount(page.getByRole('table', { name: 'Uncategorized services' }), 0)
    await page.getByRole('button', { name: 'The actions that are left out (12)' }).click()
    await expectText(page, 'sts:GetSessionToken')
  },

  '1.6: the policy is created': async ({ page }) => {
    await press(page, 'Create policy')
    await expectText(page, 'Force_MFA has been created.')
    await search(page, 'Policies', 'Force_MFA')
    await expectVisible(page.getByRole('row').filter({ hasText: 'Force_MFA' }).filter({ hasText: 'Customer managed' }))
  },

  '1.6: a second policy of the same name is refused, and nothing speaks of the first': async ({ page }) => {
    await press(page, 'Create policy')
    await openTab(page, 'JSON')
    await replaceDocument(page, forceMFA)
    await press(page, 'Review policy')
    await nameBox(page).fill('Force_MFA')
    await press(page, 'Create policy')
    await expectText(page, 'A policy called Force_MFA already exists. Duplicate names are not allowed.')
    await expectCount(page.getByText('has been created'), 0)
  },
}

const accountBox = (page) => page.getByLabel('Account ID (12 digits) or account alias')
const nameBox = (page) => page.getByLabel('Name', { exact: true })

async function assertNoPolicy(administrator) {
  assert.doesNotMatch(await mustCall(administrator, 'iam', 'ListPolicies', { Scope: 'Local' }), /<PolicyName>/)
}

/** The rows of a table of the policy summary, each as the texts of its cells. */
async function summary(page, name) {
  const rows = page.getByRole('table', { name }).locator('tbody tr')
  await expectVisible(rows)
  return rows.evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.innerText)))
}
