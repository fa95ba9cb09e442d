import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertAccessible } from './lib/axe.js'
import { documentText, expectHeading, openTab, press, replaceDocument } from './lib/console.js'
import { call } from './lib/people.js'
import { account } from './lib/server.js'
import { allow, newStage } from './lib/stage.js'
import { expectCount, expectText, expectVisible } from './lib/wait.js'

const stage = newStage()

const dialogButton = (page, name) => page.getByRole('dialog').getByRole('button', { name, exact: true })

/** Makes a role on its page. Trust chooses whom it is for. */
async function create(page, name, trust) {
  await page.goto('/console/iam/roles/create')
  await page.getByLabel('Role name').fill(name)
  await trust(page)
  await press(page, 'Create role')
  await expectText(page, `The role ${name} has been created.`)
  await expectHeading(page, name)
}

const withMfa = (page) => page.getByRole('checkbox', { name: 'Only with MFA' }).check()
const withoutMfa = (page) => page.getByRole('checkbox', { name: 'Only with MFA' }).uncheck()

async function forService(page) {
  await page.getByRole('radio', { name: 'AWS service' }).check()
  await page.getByLabel('Service', { exact: true }).fill('ec2.amazonaws.com')
}

/** What the trust policy of a role says. */
async function trustOf(page) {
  await openTab(page, 'Trust relationships')
  await page.locator('.ace_content').waitFor()
  return JSON.parse(await documentText(page)).Statement[0]
}

const link = (page) => page.getByText(/\/switchrole\?/)

test('a role is made for an account, with MFA or without, and for a service', () =>
  stage.at('/console/iam/roles', async (page) => {
    await create(page, 'Guarded', withMfa)
    await expectVisible(link(page))
    const guarded = await trustOf(page)
    assert.deepEqual(guarded.Principal, { AWS: `arn:aws:iam::${account.id}:root` })
    assert.deepEqual(guarded.Condition, { Bool: { 'aws:MultiFactorAuthPresent': 'true' } })
    await create(page, 'Other', async () => {
      await page.getByRole('textbox', { name: 'Account ID' }).fill('2222')
      await press(page, 'Create role')
      await expectText(page, 'Use the 12 digits of an account.')
      await page.getByRole('textbox', { name: 'Account ID' }).fill('222222222222')
      await withoutMfa(page)
    })
    const other = await trustOf(page)
    assert.deepEqual(other.Principal, { AWS: 'arn:aws:iam::222222222222:root' })
    assert.equal(other.Condition, undefined)
    await create(page, 'Machine', forService)
    assert.deepEqual((await trustOf(page)).Principal, { Service: 'ec2.amazonaws.com' })
    await expectCount(link(page), 0)
  }))

test('a role is made with a boundary and tags, and not without the policy of a boundary that is wanted', () =>
  stage.at('/console/iam/roles/create', async (page) => {
    await page.getByLabel('Role name').fill('Bounded')
    await page.getByRole('checkbox', { name: 'Set a permissions boundary' }).check()
    await press(page, 'Add tag')
    await page.getByRole('textbox', { name: 'Key' }).fill('team')
    await page.getByRole('textbox', { name: 'Value' }).fill('north')
    await press(page, 'Create role')
    await expectVisible(page.getByRole('alert').getByText('Choose the policy that is to be the boundary.'))
    await assertAccessible(page)
    await page.getByRole('searchbox').fill('PowerUserAccess')
    await page.getByRole('radio', { name: 'Select PowerUserAccess', exact: true }).check()
    await press(page, 'Create role')
    await expectHeading(page, 'Bounded')
    await expectVisible(page.getByRole('link', { name: /policy\/PowerUserAccess/ }))
    const { text } = await call(stage.administrator, 'iam', 'GetRole', { RoleName: 'Bounded' })
    assert.match(text, /<Key>team<\/Key>\s*<Value>north<\/Value>/)
    assert.match(text, /PowerUserAccess/)
  }))

test('a role gets policies, a boundary, tags, a longer session and another trust policy, and is deleted with them', () =>
  stage.at('/console/iam/roles', async (page) => {
    await create(page, 'Whole', withoutMfa)
    await press(page, 'Attach policies')
    await page.getByRole('searchbox').fill('AmazonEC2ReadOnlyAccess')
    await page.getByRole('checkbox', { name: 'Select AmazonEC2ReadOnlyAccess', exact: true }).check()
    await press(page, 'Attach policies')
    await expectText(page, '1 policy has been attached.')
    await expectVisible(page.getByRole('link', { name: 'AmazonEC2ReadOnlyAccess' }))

    await press(page, 'Set boundary')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('searchbox').fill('PowerUserAccess')
    await dialog.getByRole('row').filter({ hasText: 'PowerUserAccess' }).getByRole('radio').check()
    await assertAccessible(page)
    await dialogButton(page, 'Set boundary').click()
    await expectVisible(page.getByRole('link', { name: /policy\/PowerUserAccess/ }))
    await press(page, 'Remove boundary')
    await dialogButton(page, 'Remove boundary').click()
    await expectText(page, 'No boundary is set.')

    await press(page, 'Detach AmazonEC2ReadOnlyAccess')
    await dialogButton(page, 'Detach').click()
    await page.getByRole('link', { name: 'AmazonEC2ReadOnlyAccess' }).waitFor({ state: 'detached' })

    await press(page, 'Edit')
    await dialog.getByLabel('Description').fill('For everything')
    await dialog.getByRole('button', { name: /Maximum session duration/ }).click()
    await page.getByRole('option', { name: '4 hours' }).click()
    await assertAccessible(page)
    await dialogButton(page, 'Save changes').click()
    await expectText(page, 'For everything')
    await expectText(page, '4 hours')

    await openTab(page, 'Tags')
    await press(page, 'Manage tags')
    await press(dialog, 'Add tag')
    await dialog.getByRole('textbox', { name: 'Key' }).fill('team')
    await dialog.getByRole('textbox', { name: 'Value' }).fill('north')
    await dialogButton(page, 'Save changes').click()
    await expectVisible(page.getByText('north', { exact: true }))

    await openTab(page, 'Trust relationships')
    await press(page, 'Edit trust policy')
    await page.locator('.ace_content').waitFor()
    const trust = JSON.parse(await documentText(page))
    await replaceDocument(page, JSON.stringify({ ...trust, Statement: [{ ...trust.Statement[0], Action: 'sts:AssumeRol' }] }))
    await expectVisible(page.getByRole('list', { name: 'Findings' }).getByText(/AssumeRol/))
    trust.Statement[0].Principal = { AWS: '333333333333' }
    await replaceDocument(page, JSON.stringify(trust))
    await press(page, 'Save changes')
    await expectText(page, 'The trust policy of Whole has been changed.')
    await expectVisible(page.locator('.ace_content').filter({ hasText: '333333333333' }))

    await page.goto('/console/iam/roles')
    await page.getByRole('row').filter({ hasText: 'Whole' }).getByRole('radio').check()
    await press(page, 'Delete role')
    await dialog.getByRole('textbox').fill('Whole')
    await dialogButton(page, 'Delete').click()
    await expectText(page, 'The role Whole has been deleted.')
    const { status } = await call(stage.administrator, 'iam', 'GetRole', { RoleName: 'Whole' })
    assert.equal(status, 404)
  }))

test("a role's own link leads to the role, named and coloured, and back, and the history tells of it", async () => {
  let address
  await stage.at('/console/iam/roles', async (page) => {
    await create(page, 'Visited', withoutMfa)
    address = await link(page).innerText()
  })
  const mine = allow('sts:AssumeRole', 'iam:ListUsers', 'cloudtrail:LookupEvents')
  await stage.as('visitor', mine, async (page) => {
    await page.goto(`${address}&displayName=Audits&color=B7CA9D`)
    assert.equal(await page.getByLabel('Color').inputValue(), 'green')
    await page.getByRole('button', { name: 'Switch role' }).click()
    await page.waitForURL(/\/console\//)
    const bar = page.getByRole('button', { name: /Audits/ })
    await expectVisible(bar)
        await bar.click()
    await expectVisible(page.getByText(`visitor @ ${account.alias}`).filter({ visible: true }))
    await assertAccessible(page)
    await page.getByRole('menuitem', { name: 'Switch back' }).click()
    await expectVisible(page.getByRole('button', { name: `visitor @ ${account.alias}` }))
    await page.goto('/console/events')
    await page.getByRole('button', { name: /Filter by/ }).click()
    await page.getByRole('option', { name: 'Event name', exact: true }).click()
    for (const name of ['SwitchRole', 'ConsoleLogin', 'ExitRole']) {
      await page.getByRole('textbox', { name: 'Value' }).fill(name)
      await press(page, 'Search')
      await expectVisible(page.getByRole('row', { name: new RegExp(`${name}.*visitor`) }))
    }
    await page.goto(address.replace('Visited', 'Guarded'))
    await page.getByRole('button', { name: 'Switch role' }).click()
    await expectText(page, 'Could not switch roles.')
  })
})

test('Enter makes a role, and does nothing else in the search for its boundary', () =>
  stage.at('/console/iam/roles/create', async (page) => {
    const name = page.getByLabel('Role name')
    await name.fill('Entered')
    await page.getByRole('checkbox', { name: 'Set a permissions boundary' }).check()
    await page.getByRole('searchbox').fill('PowerUser')
    await page.getByRole('searchbox').press('Enter')
    await page.getByRole('radio', { name: 'Select PowerUserAccess', exact: true }).check()
    await expectHeading(page, 'Create role')
    await name.press('Enter')
    await expectText(page, 'The role Entered has been created.')
  }))
