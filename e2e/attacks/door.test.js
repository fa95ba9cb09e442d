import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cookiesOf, newClient } from '../lib/client.js'
import { mustCall, newUser, virtualDevice } from '../lib/people.js'
import { account } from '../lib/server.js'
import { signed } from '../lib/sign.js'
import { newStage, password } from '../lib/stage.js'

const stage = newStage()
const client = newClient(stage)
const api = newClient(stage, 'api')
const listUsers = { Action: 'ListUsers', Version: '2010-05-08' }
const ours = { 'X-Console-Request': '1' }

/** A signature that opens the API itself, of an administrator's key. */
async function newSignature() {
  const { user: UserName } = stage.server.administrator
  const made = await mustCall(stage.administrator, 'iam', 'CreateAccessKey', { UserName })
  const field = (name) => made.match(new RegExp(`<${name}>([^<]+)`))[1]
  const key = { id: field('AccessKeyId'), secret: field('SecretAccessKey') }
  const body = new URLSearchParams(listUsers).toString()
  return signed(key, 'iam', new URL(stage.server.api).host, body, await stage.server.advance('0s'))
}

test('the door of the cookie refuses signatures, with and without a cookie, and the door of the APIs takes them', async () => {
  const headers = await newSignature()
  const { host, ...signature } = headers
  assert.ok(host)
  assert.match((await api.post('/', listUsers, { headers })).text, /<UserName>/)
  for (const cookies of [{}, await cookiesOf(stage.administrator)])
    for (const more of [signature, { Authorization: 'Bearer x' }, { Authorization: 'Basic eDp4' }]) {
      const answer = await client.post('/console/api/iam', listUsers, { headers: { ...ours, ...more }, cookies })
      assert.equal(answer.status, 403)
      assert.match(answer.text, /takes no signatures/)
    }
})

test('the door of the APIs ignores cookies, and no form and no console header makes up for a signature', async () => {
  const cookies = await cookiesOf(stage.administrator)
  assert.ok(cookies.session)
  for (const headers of [{}, ours]) {
    const answer = await api.post('/', listUsers, { headers, cookies })
    assert.equal(answer.status, 403)
    assert.match(answer.text, /MissingAuthenticationToken/)
  }
})

test('the cookie opens the APIs only with the header of the console and from its own pages', async () => {
  const cookies = await cookiesOf(stage.administrator)
  const call = (headers) => client.post('/console/api/iam', listUsers, { headers, cookies })
  assert.equal((await call(ours)).status, 200)
  for (const headers of [
    {},
    { 'X-Console-Request': '0' },
    { ...ours, 'Sec-Fetch-Site': 'same-site' },
    { ...ours, 'Sec-Fetch-Site': 'cross-site' },
    { ...ours, 'Sec-Fetch-Site': 'none' },
    { ...ours, 'Content-Type': 'text/plain' },
  ]) {
    const answer = await call(headers)
    assert.ok([400, 403].includes(answer.status), JSON.stringify(headers))
    assert.ok(!answer.text.includes('<UserName>'), JSON.stringify(headers))
  }
})

test('neither the cookie of a sign-in that is not done nor that of a known browser opens the APIs', async () => {
  await newUser(stage.administrator, 'Pending', password)
  const known = await client.post('/signin', { account: account.alias, username: 'Pending', password })
  await virtualDevice(stage.administrator, stage.server, 'Pending')
  const half = await client.post('/signin', { account: account.alias, username: 'Pending', password })
  for (const session of [half.cookies.pending, known.cookies.device]) {
    assert.ok(session)
    const answer = await client.post('/console/api/iam', listUsers, { headers: ours, cookies: { session } })
    assert.equal(answer.status, 403)
    assert.match(answer.text, /ExpiredToken/)
  }
})
