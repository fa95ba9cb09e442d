import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newContext } from '../lib/browser.js'
import { errorOf, newClient } from '../lib/client.js'
import { press } from '../lib/console.js'
import { call, mustCall, newUser, signIn } from '../lib/people.js'
import { account } from '../lib/server.js'
import { allow, newStage, password } from '../lib/stage.js'
import { expectPath, expectVisible, settled } from '../lib/wait.js'
import { newScene } from '../story/scene.js'

const stage = newStage()
const markup = `<img src=x onerror="pwned()"><b>'&amp;`

/** Demands that a page shows the markup as the text that it is, and that nothing of it has become part of the page. */
async function expectText(page, what) {
  await expectVisible(page.getByText(markup).or(page.locator('pre', { hasText: '<img src=x' })))
  await expectNoMarkup(page, what)
}

async function expectNoMarkup(page, what) {
  assert.equal(await page.locator('img[src=x], b, [onerror]').count(), 0, what)
}

test('no name takes markup', async () => {
  const trust = JSON.stringify({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Principal: { AWS: account.id }, Action: 'sts:AssumeRole' },
  })
  const document = JSON.stringify(allow('*'))
  const tag = { 'Tags.member.1.Key': 'k', 'Tags.member.1.Value': markup }
  for (const [action, parameters] of [
    ['CreateUser', { UserName: markup }],
    ['CreateUser', { UserName: 'u', Path: `/${markup}/` }],
    ['CreateUser', { UserName: 'u', ...tag }],
    ['CreateGroup', { GroupName: markup }],
    ['CreatePolicy', { PolicyName: markup, PolicyDocument: document }],
    ['CreateRole', { RoleName: markup, AssumeRolePolicyDocument: trust }],
    ['CreateRole', { RoleName: 'r', AssumeRolePolicyDocument: trust, ...tag }],
    ['CreateAccountAlias', { AccountAlias: markup }],
    ['CreateVirtualMFADevice', { VirtualMFADeviceName: markup }],
    ['PutUserPolicy', { UserName: 'administrator', PolicyName: markup, PolicyDocument: document }],
  ]) {
    const { status } = await call(stage.administrator, 'iam', action, parameters)
    assert.equal(status, 400, `${action} ${JSON.stringify(parameters)}`)
  }
})

test('what takes markup is shown as text: descriptions, documents, tags, and who called with what', async () => {
  const strange = {
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Action: 's3:*', Resource: `arn:aws:s3:::${markup}` },
  }
  const policy = { PolicyName: 'Strange', Description: markup, PolicyDocument: JSON.stringify(strange) }
  const made = await mustCall(stage.administrator, 'iam', 'CreatePolicy', policy)
  const arn = made.match(/<Arn>([^<]+)/)[1]
  const volume = { AvailabilityZone: 'us-east-1a', Size: '1' }
  const tag = {
    'TagSpecification.1.ResourceType': 'volume',
    'TagSpecification.1.Tag.1.Key': 'Name',
    'TagSpecification.1.Tag.1.Value': markup,
  }
  await mustCall(stage.administrator, 'ec2', 'CreateVolume', { ...volume, ...tag })
  await call(stage.administrator, 'iam', 'GetUser', { UserName: markup })
  for (const path of [`/console/iam/policies/${encodeURIComponent(arn)}`, '/console/ec2/volumes'])
    await stage.at(path, async (page) => {
      await settled(page)
      await expectText(page, path)
    })
})

test('a browser that calls itself by markup is shown as text, in the event history and in the list of sessions', async () => {
  await newUser(stage.administrator, 'Strange', password)
  const policy = { UserName: 'Strange', PolicyName: 'p', PolicyDocument: JSON.stringify(allow('*')) }
  await mustCall(stage.administrator, 'iam', 'PutUserPolicy', policy)
  const { page, assertClean } = await newScene(stage, undefined, { userAgent: markup })
  await signIn(page, stage.server, 'Strange', password)
  await page.goto('/sessions')
  await expectText(page, 'sessions')
  await page.goto('/console/events')
  await page
    .getByRole('row', { name: /ConsoleLogin.*Strange/ })
    .getByRole('radio')
    .first()
    .check()
  await expectText(page, 'events')
  assertClean()
})

test('a role that is displayed by markup is shown as text in the console and in the list of sessions', async () => {
  const trust = JSON.stringify({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Principal: { AWS: account.id }, Action: 'sts:AssumeRole' },
  })
  await mustCall(stage.administrator, 'iam', 'CreateRole', { RoleName: 'Shown', AssumeRolePolicyDocument: trust })
  await stage.as('Displaying', allow('*'), async (page) => {
    const link = new URLSearchParams({ account: account.alias, roleName: 'Shown', displayName: markup, color: markup })
    await page.goto(`/switchrole?${link}`)
    assert.equal(await page.getByLabel('Display name').inputValue(), markup)
    await expectNoMarkup(page, 'switch role')
    await press(page, 'Switch role')
    await expectPath(page, /^\/console\//)
    await settled(page)
    await expectNoMarkup(page, 'console')
    await page.goto('/sessions')
    await expectText(page, 'sessions')
  })
})

test('what is typed or comes with an address is no part of a sign-in page', async () => {
  const { context, assertClean } = await newContext(stage.browser, stage.server)
  const page = await context.newPage()
  const quoted = encodeURIComponent(`">${markup}`)
  for (const path of [
    `/signin/${quoted}`,
    `/signin?return=${quoted}`,
    `/signin/-/root?return=${quoted}`,
    `/${quoted}`,
  ]) {
    await page.goto(path)
    await expectNoMarkup(page, path)
  }
  await page.goto('/signin')
  for (const label of ['Account ID (12 digits) or account alias', 'IAM user name'])
    await page.getByLabel(label).fill(`">${markup}`)
  await page.getByLabel('Password').fill('wrong')
  await press(page, 'Sign in')
  await expectVisible(page.getByRole('alert'))
  assert.equal(await page.getByLabel('IAM user name').inputValue(), `">${markup}`)
  await expectNoMarkup(page, 'signin')
  assertClean()
  await context.close()
  const answer = await newClient(stage).post('/signin/-/root', { email: `">${markup}`, password: 'wrong' })
  assert.ok(errorOf(answer))
  assert.ok(!answer.text.includes('<img'))
})
