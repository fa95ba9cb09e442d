import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { assertAccessible } from './lib/axe.js'
import { openTab, press } from './lib/console.js'
import { fillSignIn, mustCall, newUser, signIn } from './lib/people.js'
import { newContext } from './lib/browser.js'
import { newStage, password } from './lib/stage.js'
import { expectCount, expectText, expectVisible } from './lib/wait.js'

const stage = newStage()
let folder

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'cardea-credentials-'))
})

after(() => rmSync(folder, { recursive: true }))

const panel = (page, name) => page.getByRole('table', { name })

/** Opens the credentials of a user whom an administrator has made, on the user's page or as the user. */
const visits = {
  'an administrator': (user, story) =>
    stage.at('/console/home', async (page) => {
      await mustCall(stage.administrator, 'iam', 'CreateUser', { UserName: user })
      await page.goto(`/console/iam/users/${user}`)
      await openTab(page, 'Security credentials')
      await story(page)
    }),
  'the user': (user, story) =>
    stage.as(user, own, async (page) => {
      await page.goto('/console/security-credentials')
      await story(page)
    }),
}

const own = {
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Action: 'iam:*', Resource: 'arn:aws:iam::*:user/${aws:username}' },
}

/** Chooses from the menu of a credential. */
async function act(page, row, item) {
  await row.getByRole('button', { name: /^Actions for/ }).click()
  await page.getByRole('menuitem', { name: item, exact: true }).click()
}

/** Makes a credential inactive, active again and deletes it. */
async function retire(page, row) {
  await act(page, row, 'Make inactive')
  await expectVisible(row.getByText('Inactive', { exact: true }))
  await act(page, row, 'Make active')
  await expectVisible(row.getByText('Active', { exact: true }))
  await act(page, row, 'Delete')
  await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click()
  await row.waitFor({ state: 'detached' })
}

for (const [who, visit] of Object.entries(visits)) {
  const suffix = who.replace(/\W/g, '')

  test(`${who} creates an access key, rotates it and is told of the limit`, () =>
    visit(`keys-${suffix}`, async (page) => {
      const rows = panel(page, 'Access keys').getByRole('row')
      await press(page, 'Create access key')
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('button', { name: 'Create access key' }).click()
      await expectVisible(dialog.getByText('is shown now and never again'))
      await assertAccessible(page)
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        dialog.getByRole('button', { name: 'Download .csv file' }).click(),
      ])
      assert.match(
        readFileSync(await file.path(), 'utf8'),
        /^Access key ID,Secret access key\r\nAKIA\w{16},[\w+/]{40}\r\n$/,
      )
      await dialog.getByRole('button', { name: 'Close' }).last().click()
      const first = rows.filter({ hasText: 'AKIA' })
      await expectVisible(first.getByText('Never'))
      await act(page, first, 'Rotate')
      await dialog.getByRole('button', { name: 'Create the new key' }).click()
      await dialog.getByRole('button', { name: /^Make AKIA\w+ inactive now$/ }).click()
      const old = rows.filter({ hasText: 'Inactive' })
      await old.waitFor()
      await press(page, 'Create access key')
      await dialog.getByRole('button', { name: 'Create access key' }).click()
      await expectText(page, 'Cannot exceed quota for AccessKeysPerUser: 2')
      await dialog.getByRole('button', { name: 'Cancel' }).click()
      await act(page, rows.filter({ hasText: 'AKIA' }).filter({ hasNotText: 'Inactive' }), 'Rotate')
      await expectText(page, 'There are two keys already.')
      await dialog.getByRole('button', { name: 'Cancel' }).click()
      await act(page, old, 'Delete')
      await dialog.getByRole('button', { name: 'Delete', exact: true }).click()
      await old.waitFor({ state: 'detached' })
      await retire(page, rows.filter({ hasText: 'AKIA' }))
    }))

  test(`${who} uploads an SSH public key, looks at it and deletes it`, () =>
    visit(`ssh-${suffix}`, async (page) => {
      const key = join(folder, `key-${suffix}`)
      execFileSync('ssh-keygen', ['-q', '-t', 'rsa', '-b', '2048', '-N', '', '-f', key])
      const text = readFileSync(`${key}.pub`, 'utf8').trim()
      const dialog = page.getByRole('dialog')
      await press(page, 'Upload SSH public key')
      await dialog.getByRole('textbox').fill('ssh-rsa nonsense')
      await dialog.getByRole('button', { name: 'Upload SSH public key' }).click()
      await expectVisible(dialog.getByText(/invalid|not valid/i))
      await dialog.getByRole('textbox').fill(text)
      await dialog.getByRole('button', { name: 'Upload SSH public key' }).click()
      const row = panel(page, 'SSH public keys').getByRole('row').filter({ hasText: 'APKA' })
      await row.waitFor()
      await act(page, row, 'Show SSH key')
      await expectVisible(dialog.getByText(text.split(' ')[1]))
      await assertAccessible(page)
      await dialog.getByRole('button', { name: 'Close' }).last().click()
      await retire(page, row)
    }))

  test(`${who} uploads a signing certificate and deletes it; a wrong one is refused in the words of the API`, () =>
    visit(`cert-${suffix}`, async (page) => {
      const out = join(folder, `cert-${suffix}.pem`)
      const options = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=signer', '-days', '3650']
      execFileSync('openssl', ['req', ...options, '-keyout', join(folder, 'signer.key'), '-out', out], {
        stdio: 'ignore',
      })
      const dialog = page.getByRole('dialog')
      await press(page, 'Upload X.509 certificate')
      await dialog.getByRole('textbox').fill('-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----')
      await dialog.getByRole('button', { name: 'Upload X.509 certificate' }).click()
      await expectVisible(dialog.getByText('The certificate is malformed'))
      await dialog.getByRole('textbox').fill(readFileSync(out, 'utf8'))
      await dialog.getByRole('button', { name: 'Upload X.509 certificate' }).click()
      const row = panel(page, 'Signing certificates').getByRole('row').nth(1)
      await expectVisible(row.getByText('Active', { exact: true }))
      await retire(page, panel(page, 'Signing certificates').getByRole('row').filter({ hasText: 'Active' }).first())
    }))

  test(`${who} generates service credentials, whose password is shown once and reset`, () =>
    visit(`service-${suffix}`, async (page) => {
      const dialog = page.getByRole('dialog')
      await press(page, 'Generate credentials')
      await dialog.getByRole('button', { name: 'Generate credentials' }).click()
      await expectVisible(dialog.getByText('The password is shown now and never again.'))
      await assertAccessible(page)
      await dialog.getByRole('button', { name: 'Close' }).last().click()
      const row = panel(page, 'Service-specific credentials').getByRole('row').filter({ hasText: 'codecommit' })
      await act(page, row, 'Reset password')
      await expectVisible(dialog.getByText('The password is shown now and never again.'))
      await dialog.getByRole('button', { name: 'Close' }).last().click()
      await retire(page, row)
    }))
}

test('a user changes the own password, which the old one and the policy guard', () =>
  stage.as('changer', own, async (page) => {
    await page.goto('/console/security-credentials')
    await press(page, 'Change password')
    const dialog = page.getByRole('dialog')
    const fill = async (old, next, again = next) => {
      await dialog.getByLabel('Current password').fill(old)
      await dialog.getByLabel('New password', { exact: true }).fill(next)
      await dialog.getByLabel('Confirm new password').fill(again)
    }
    const change = dialog.getByRole('button', { name: 'Change password' })
    await fill(password, 'Another morning, 8 cranes', 'Another')
    await expectText(page, 'The two new passwords differ.')
    assert.ok(await change.isDisabled())
    await fill('not the old one', 'Another morning, 8 cranes')
    await change.click()
    await expectVisible(dialog.getByText(/old password/i).or(dialog.getByText(/password.*incorrect|does not match/i)))
    await fill(password, 'short')
    await change.click()
    await expectVisible(dialog.getByText(/Password should have|password policy/i))
    await assertAccessible(page)
    await fill(password, 'Another morning, 8 cranes')
    await change.click()
    await expectText(page, 'The password has been changed.')
  }))

test('an administrator enables the console for a user, sets a password to be replaced, and disables it', () =>
  visits['an administrator']('enabled', async (page) => {
    const dialog = page.getByRole('dialog')
    await press(page, 'Enable console access')
    await dialog.getByRole('button', { name: 'Save changes' }).click()
    await expectText(page, 'The new password is shown now and never again.')
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    await press(page, 'Manage password')
    await dialog.getByLabel('Custom password').check()
    await dialog.locator('input[type=password]').first().fill(password)
    await dialog.getByRole('checkbox', { name: 'Require password reset' }).check()
    await dialog.getByRole('button', { name: 'Save changes' }).click()
    await expectText(page, 'A new one must be set at the next sign-in.')
    await press(page, 'Disable console access')
    await dialog.getByRole('button', { name: 'Disable console access' }).click()
    await expectText(page, 'Console access has been disabled.')
    const { context } = await newContext(stage.browser, stage.server)
    const tab = await context.newPage()
    await fillSignIn(tab, stage.server, 'enabled', password)
    await expectVisible(tab.getByText(/incorrect/i))
    await context.close()
  }))

test('a user sees the own sessions and signs out of all of them', () =>
  stage.as('roamer', own, async (page) => {
    const { context } = await newContext(stage.browser, stage.server)
    const other = await context.newPage()
    await signIn(other, stage.server, 'roamer', password)
    await page.goto('/sessions')
    await expectVisible(page.getByRole('heading', { level: 1 }))
    await page.getByRole('button', { name: /everywhere/i }).click()
    await page.waitForURL(/signin/)
    await other.goto('/console/home')
    await other.waitForURL(/signin/)
    await expectCount(other.getByRole('button', { name: /roamer/ }), 0)
    await context.close()
  }))
