import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cookieOf, cookiesOf, newClient } from '../lib/client.js'
import { press } from '../lib/console.js'
import { codeAt } from '../lib/device.js'
import { startForeignSite } from '../lib/foreign.js'
import { fillSignIn, mustCall, newUser, signIn, virtualDevice } from '../lib/people.js'
import { account } from '../lib/server.js'
import { allow, newStage, password } from '../lib/stage.js'
import { expectPath } from '../lib/wait.js'
import { newScene } from '../story/scene.js'

const stage = newStage()

const thief = newClient(stage)

/** What the browser door answers to whoever holds a cookie as the session's. */
const asSession = async (session) => (await thief.get('/console/session', { cookies: { session } })).status

const typed = (username) => thief.post('/signin', { account: account.alias, username, password })

/** Puts cookies into the browser of a scene, as the server of another port can. */
async function plant({ page, context, allow }, cookies) {
  const foreign = await startForeignSite('localhost')
  allow(foreign.origin)
  const lines = Object.entries(cookies).map(([name, value]) => `${cookieOf[name]}=${value}; Path=/; Secure; HttpOnly`)
  await foreign.plant(page, lines)
  await foreign.stop()
  assert.deepEqual(await cookiesOf(context), cookies)
}

test('a cookie that was brought along never becomes that of a session, and each step has a new one', async () => {
  await newUser(stage.administrator, 'Attacker', password)
  await newUser(stage.administrator, 'Fixed', password)
  const attackers = await typed('Attacker')
  await virtualDevice(stage.administrator, stage.server, 'Attacker')
  const secret = await virtualDevice(stage.administrator, stage.server, 'Fixed')
  const planted = { session: attackers.cookies.session, pending: (await typed('Attacker')).cookies.pending }
  assert.ok(planted.session && planted.pending)
  const scene = await newScene(stage)
  const { page, context, server, assertClean } = scene
  await plant(scene, planted)

  await fillSignIn(page, server, 'Fixed', password)
  await expectPath(page, /mfa$/)
  const { pending } = await cookiesOf(context)
  assert.notEqual(pending, planted.pending)
  assert.equal(await asSession(pending), 401)
  await page.getByLabel('MFA code').fill(codeAt(secret, await server.advance('30s')))
  await press(page, 'Submit')
  await expectPath(page, /^\/console\//)
  const { session } = await cookiesOf(context)
  assert.equal(await asSession(session), 200)
  for (const old of [planted.session, planted.pending, pending]) {
    assert.notEqual(session, old)
    assert.equal(await asSession(old), 401)
  }
  const code = codeAt(secret, await server.advance('30s'))
  for (const old of [planted.pending, pending]) {
    const fields = { device: `arn:aws:iam::${account.id}:mfa/Fixed`, code }
    const again = await thief.post('/signin/-/mfa', fields, { cookies: { pending: old } })
    assert.equal(again.status, 403)
    assert.ok(!again.cookies.session)
  }
  assertClean()
})

test('a cookie that nobody has made opens nothing, and a sign-in does not take it over', async () => {
  await newUser(stage.administrator, 'Planted', password)
  const made = 'A'.repeat(43)
  const scene = await newScene(stage)
  const { page, context, server, assertClean } = scene
  await plant(scene, { session: made, pending: made, device: made })
  await signIn(page, server, 'Planted', password)
  for (const value of Object.values(await cookiesOf(context))) assert.notEqual(value, made)
  assert.equal(await asSession(made), 401)
  assertClean()
})

test('whoever had the cookie before a role is switched to or back, or a password replaced, has nothing afterwards', async () => {
  const trust = JSON.stringify({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Principal: { AWS: account.id }, Action: 'sts:AssumeRole' },
  })
  await mustCall(stage.administrator, 'iam', 'CreateRole', { RoleName: 'Reader', AssumeRolePolicyDocument: trust })
  await stage.as('Switcher', allow('*'), async (page, context) => {
    const seen = [(await cookiesOf(context)).session]
    const renewed = async () => {
      const { session } = await cookiesOf(context)
      assert.equal(await asSession(session), 200)
      for (const old of seen) assert.equal(await asSession(old), 401)
      seen.push(session)
    }
    for (let times = 0; times < 2; times++) {
      await page.goto(`/switchrole?account=${account.alias}&roleName=Reader`)
      await press(page, 'Switch role')
      await expectPath(page, /^\/console\//)
      await renewed()
    }
    await page.goto('/switchrole')
    await press(page, 'Switch back')
    await expectPath(page, /^\/console\//)
    await renewed()
  })

  await newUser(stage.administrator, 'Replacer', password, { PasswordResetRequired: 'true' })
  const policy = { UserName: 'Replacer', PolicyName: 'p', PolicyDocument: JSON.stringify(allow('*')) }
  await mustCall(stage.administrator, 'iam', 'PutUserPolicy', policy)
  const { pending } = (await typed('Replacer')).cookies
  const fields = { old: password, new: 'An evening by the sea, 3 boats', again: 'An evening by the sea, 3 boats' }
  const replaced = await thief.post('/signin/-/password', fields, { cookies: { pending } })
  assert.equal(replaced.location, '/console/', replaced.text)
  assert.notEqual(replaced.cookies.session, pending)
  assert.equal(await asSession(pending), 401)
  const again = await thief.post('/signin/-/password', fields, { cookies: { pending } })
  assert.ok(!again.cookies.session, 'the pending sign-in is used twice')
})
