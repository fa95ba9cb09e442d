import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ctap2, u2f, useKey } from '../device/key.js'
import { newKeyOwner, reachSecondPage, signInWithKey } from '../device/owner.js'
import { cookiesOf, newClient } from '../lib/client.js'
import { codeAt } from '../lib/device.js'
import { mustCall, newUser, virtualDevice } from '../lib/people.js'
import { account } from '../lib/server.js'
import { signed } from '../lib/sign.js'
import { allow, newStage, password } from '../lib/stage.js'
import { expectVisible } from '../lib/wait.js'
import { serialOf } from '../story/scene.js'

const stage = newStage()
const thief = newClient(stage)
const incorrect = 'Your authentication information is incorrect. Please try again.'
const passkey = '/signin/-/passkey'

const typed = (username) => thief.post('/signin', { account: account.alias, username, password })
const post = (path, fields, pending) => thief.post(path, fields, { cookies: { pending } })
const ask = (pending) =>
  thief.post(`${passkey}/ask`, {}, { cookies: { pending }, headers: { 'X-Console-Request': '1' } })
const opened = (answers) => answers.filter(({ cookies }) => cookies.session).length

/** Has the owner's key answer, and keeps the form from the server: what it holds, and the cookie that it belongs to. */
async function catchAnswer(owner) {
  await reachSecondPage(owner)
  const { pending } = await cookiesOf(owner.context)
  const caught = new Promise((resolve) =>
    owner.page.route(`**${passkey}`, (route) => {
      resolve(Object.fromEntries(new URLSearchParams(route.request().postData())))
      return route.fulfill({ status: 204 })
    }),
  )
  await useKey(owner.page)
  const fields = await caught
  await owner.page.unroute(`**${passkey}`)
  return { fields, pending }
}

test("a security key's answer opens one session, however often and however fast it is sent", async () => {
  const owner = await newKeyOwner(stage, 'Replayed', ctap2)
  const { fields, pending } = await catchAnswer(owner)
  const answers = await Promise.all(Array.from({ length: 20 }, () => post(passkey, fields, pending)))
  assert.equal(opened(answers), 1)
  assert.equal(opened([await post(passkey, fields, pending)]), 0)
  const later = (await typed('Replayed')).cookies.pending
  assert.equal((await ask(later)).status, 200)
  const again = await post(passkey, fields, later)
  assert.equal(again.status, 403)
  assert.equal(opened([again]), 0)
  await signInWithKey(owner)
  owner.assertClean()
})

test("a security key's answer opens no other sign-in than the one that asked for it", async () => {
  const owner = await newKeyOwner(stage, 'Moved', ctap2)
  const { fields } = await catchAnswer(owner)
  const other = (await typed('Moved')).cookies.pending
  assert.equal((await ask(other)).status, 200)
  assert.equal(opened([await post(passkey, fields, other)]), 0)
  owner.assertClean()
})

for (const [name, protocol] of Object.entries({ u2f, ctap2 }))
  test(`a copy of a security key whose counter lags behind is refused and recorded, and the key itself still opens: ${name}`, async () => {
    const user = `Copied-${name}`
    const owner = await newKeyOwner(stage, user, protocol)
    await signInWithKey(owner)
    const credentials = await owner.key.copy()
    assert.ok(credentials[0].signCount > 0)
    await owner.key.become(credentials.map((each) => ({ ...each, signCount: 0 })))
    await reachSecondPage(owner)
    await useKey(owner.page)
    await expectVisible(owner.page.getByRole('alert').getByText(incorrect))
    const events = await stage.administrator.request.post('/console/api/cloudtrail', {
      headers: {
        'X-Console-Request': '1',
        'Content-Type': 'application/x-amz-json-1.1',
        'X-Amz-Target': 'com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents',
      },
      data: JSON.stringify({ LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: 'CheckMfa' }] }),
    })
    assert.match(await events.text(), /there may be a copy of it/)
    await owner.key.become(credentials)
    await signInWithKey(owner)
    owner.assertClean()
  })

test('one code opens one of two sign-ins at the same time, or one call of GetSessionToken beside them', async () => {
  const user = 'Raced'
  await newUser(stage.administrator, user, password)
  const policy = { UserName: user, PolicyName: 'p', PolicyDocument: JSON.stringify(allow('sts:*')) }
  await mustCall(stage.administrator, 'iam', 'PutUserPolicy', policy)
  const secret = await virtualDevice(stage.administrator, stage.server, user)
  const made = await mustCall(stage.administrator, 'iam', 'CreateAccessKey', { UserName: user })
  const field = (name) => made.match(new RegExp(`<${name}>([^<]+)`))[1]
  const key = { id: field('AccessKeyId'), secret: field('SecretAccessKey') }
  const api = newClient(stage, 'api')
  for (let round = 0; round < 3; round++) {
    const second = await stage.server.advance('8m') // or the failures of the rounds before count too
    const pending = await Promise.all([typed(user), typed(user)])
    const code = codeAt(secret, second)
    const call = { Action: 'GetSessionToken', Version: '2011-06-15', SerialNumber: serialOf(user), TokenCode: code }
    const headers = signed(key, 'sts', new URL(stage.server.api).host, new URLSearchParams(call).toString(), second)
    const [one, two, token] = await Promise.all([
      ...pending.map(({ cookies }) => post('/signin/-/mfa', { device: serialOf(user), code }, cookies.pending)),
      api.post('/', call, { headers }),
    ])
    const given = /<SessionToken>/.test(token.text) ? 1 : 0
    for (const { text } of [one, two]) assert.ok(!text.includes('timed out'))
    assert.match(token.text, given ? /<SessionToken>/ : /invalid MFA one time pass code/)
    assert.equal(opened([one, two]) + given, 1, `round ${round}: ${one.status} ${two.status} ${token.text}`)
  }
})
