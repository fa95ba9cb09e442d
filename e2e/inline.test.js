import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertAccessible } from './lib/axe.js'
import { documentText, expectHeading, openTab, press, replaceDocument } from './lib/console.js'
import { mustCall } from './lib/people.js'
import { account } from './lib/server.js'
import { allow, newStage } from './lib/stage.js'
import { expectText, expectVisible } from './lib/wait.js'

const stage = newStage()

const trust = JSON.stringify({
  Version: '2012-10-17',
  Statement: {
    Effect: 'Allow',
    Principal: { AWS: account.id },
    Action: 'sts:AssumeRole',
  },
})

for (const [kind, more] of [
  ['User', {}],
  ['Group', {}],
  ['Role', { AssumeRolePolicyDocument: trust }],
]) {
  const name = `Inline${kind}`
  const holder = { [`${kind}Name`]: name }
  const path = `/console/iam/${kind.toLowerCase()}s/${name}?tab=permissions`
  const written = async (PolicyName) => {
    const answer = await mustCall(stage.administrator, 'iam', `Get${kind}Policy`, { ...holder, PolicyName })
    return decodeURIComponent(/<PolicyDocument>(.*)<\/PolicyDocument>/s.exec(answer)[1])
  }

  test(`an inline policy of a ${kind.toLowerCase()} is created, edited and deleted`, async () => {
    await mustCall(stage.administrator, 'iam', `Create${kind}`, {
      ...holder,
      ...more,
    })
    await stage.at(path, async (page) => {
      await press(page, 'Create inline policy')
      await page.getByLabel('Policy name').fill('own')
      await openTab(page, 'JSON')
      await page.locator('.ace_text-input').waitFor({ state: 'attached' })
      await replaceDocument(page, JSON.stringify({ Statement: { Effect: 'Permit' } }))
      await expectVisible(page.getByRole('list', { name: 'Findings' }).getByText('Error', { exact: true }))
      assert(await page.getByRole('main').getByRole('button', { name: 'Create inline policy' }).isDisabled())
      const first = JSON.stringify(allow('ec2:DescribeInstances'))
      await replaceDocument(page, first)
      await expectText(page, 'No findings.')
      await assertAccessible(page)
      await press(page, 'Create inline policy')
      await expectText(page, 'The inline policy own has been saved.')
      assert.equal(await written('own'), first)

      await page.getByRole('button', { name: 'own', exact: true }).click()
      await expectText(page, 'ec2:DescribeInstances')
      await press(page, 'Edit inline policy own')
      await expectHeading(page, 'Edit own')
      await page.locator('.ace_text-input').waitFor({ state: 'attached' })
      assert.equal(await documentText(page), first)
      const second = JSON.stringify(allow('ec2:DescribeVolumes'))
      await replaceDocument(page, second)
      await press(page, 'Save changes')
      await page.getByRole('button', { name: 'own', exact: true }).click()
      await expectText(page, 'ec2:DescribeVolumes')
      assert.equal(await written('own'), second)

      await press(page, 'Delete inline policy own')
      await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click()
      await page.getByRole('button', { name: 'own', exact: true }).waitFor({ state: 'detached' })
      await expectVisible(page.getByRole('heading', { name: 'Inline policies (0)' }))
    })
  })
}

test('a new inline policy never takes the place of one that has its name', async () => {
  const kept = {
    UserName: 'Keeper',
    PolicyName: 'kept',
    PolicyDocument: JSON.stringify(allow('iam:GetUser')),
  }
  await mustCall(stage.administrator, 'iam', 'CreateUser', {
    UserName: 'Keeper',
  })
  await mustCall(stage.administrator, 'iam', 'PutUserPolicy', kept)
  await stage.at('/console/iam/users/Keeper/inline/create', async (page) => {
    await page.getByLabel('Policy name').fill('kept')
    await expectText(page, 'There is an inline policy of this name.')
    await press(page, 'Create inline policy')
    const answer = await mustCall(stage.administrator, 'iam', 'GetUserPolicy', {
      UserName: 'Keeper',
      PolicyName: 'kept',
    })
    assert.match(decodeURIComponent(answer), /iam:GetUser/)
    await page.getByLabel('Policy name').fill('no spaces')
    await expectText(page, 'Use up to 128 letters, digits and + = , . @ - _ only.')
  })
})
