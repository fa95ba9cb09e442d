import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { assertAccessible } from './lib/axe.js'
import { newContext, startBrowser } from './lib/browser.js'
import { expectHeading } from './lib/console.js'
import { call, mustCall, signIn, signOut } from './lib/people.js'
import { account, startServer } from './lib/server.js'
import { expectPath, expectText, expectVisible } from './lib/wait.js'

const trust = document('sts:AssumeRole', { Principal: { AWS: account.id } })
const readsUsers = document('iam:List*', { Resource: '*' })
const signInAgain = /used already, or is older than 15 minutes/

let server, browser, administrator

before(async () => {
  server = await startServer()
  browser = await startBrowser()
  administrator = (await newContext(browser, server)).context
  await signIn(await administrator.newPage(), server, server.administrator.user, server.administrator.password)
  await mustCall(administrator, 'iam', 'CreateRole', {
    RoleName: 'reader',
    AssumeRolePolicyDocument: trust,
  })
  await mustCall(administrator, 'iam', 'PutRolePolicy', {
    RoleName: 'reader',
    PolicyName: 'own',
    PolicyDocument: readsUsers,
  })
})

after(async () => {
  await browser?.close()
  await server?.stop()
})

function document(action, more) {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Action: action, ...more },
  })
}

/** A link into the console, made as brokers make it: credentials of a role, a sign-in token for them, an address. */
async function brokersLink(destination) {
  const xml = await mustCall(administrator, 'sts', 'AssumeRole', {
    RoleArn: `arn:aws:iam::${account.id}:role/reader`,
    RoleSessionName: 'broker',
  })
  const [sessionId, sessionKey, sessionToken] = ['AccessKeyId', 'SecretAccessKey', 'SessionToken'].map(
    (name) => xml.match(new RegExp(`<${name}>([^<]+)`))[1],
  )
  const answer = await fetch(
    address({
      Action: 'getSigninToken',
      Session: JSON.stringify({ sessionId, sessionKey, sessionToken }),
    }),
  )
  const { SigninToken } = await answer.json()
  return address({
    Action: 'login',
    Issuer: 'https://broker.example/',
    Destination: destination,
    SigninToken,
  })
}

function address(parameters) {
  return `${server.origin}/federation?${new URLSearchParams(parameters)}`
}

for (const javaScriptEnabled of [true, false])
  test(`a broker's link asks before it replaces a session, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async () => {
    const { context, assertClean } = await newContext(browser, server, {
      javaScriptEnabled,
    })
    const page = await context.newPage()
    await signIn(page, server, server.administrator.user, server.administrator.password)
    const link = await brokersLink(`${server.origin}/console/iam/users`)
    await page.goto(link)
    await expectText(page, `arn:aws:sts::${account.id}:assumed-role/reader/broker`)
    if (javaScriptEnabled) await assertAccessible(page) // axe is a script
    await page.getByRole('link', { name: 'Stay signed in' }).click()
    await expectPath(page, /^\/console\/$/)
    assert.match((await call(context, 'sts', 'GetCallerIdentity')).text, /user\/administrator/)
    await page.goto(link)
    await page.getByRole('button', { name: 'Sign in as the new identity' }).click()
    await expectPath(page, /^\/console\/iam\/users$/)
    assert.match((await call(context, 'sts', 'GetCallerIdentity')).text, /assumed-role\/reader\/broker/)
    assertClean()
    await context.close()
  })

test("a broker's link opens the console as the role, once", async () => {
  const { context, assertClean } = await newContext(browser, server)
  const page = await context.newPage()
  const link = await brokersLink(`${server.origin}/console/iam/users`)
  await page.goto(link)
  await expectHeading(page, 'Users')
  await expectVisible(page.getByRole('link', { name: 'administrator', exact: true }))
  const menu = page.getByRole('button', {
    name: `reader/broker @ ${account.alias}`,
  })
  await menu.click()
  await expectVisible(page.getByRole('menuitem', { name: 'Sign out' }))
  assert.equal(await page.getByRole('menuitem', { name: 'Switch role' }).count(), 0)
  await page.keyboard.press('Escape')
  assert.equal((await call(context, 'iam', 'CreateUser', { UserName: 'eve' })).status, 403)
  await page.goto('/federation?Action=logout')
  await expectHeading(page, 'Sign out?')
  await assertAccessible(page)
  await page.getByRole('link', { name: 'Stay signed in' }).click()
  await expectPath(page, /^\/console\/$/)
  await signOut(page)
  await page.goto(link)
  await expectVisible(page.getByRole('alert').getByText(signInAgain))
  assertClean()
  await context.close()
})
