import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ctap2, useKey } from '../device/key.js'
import { newKeyOwner, reachSecondPage } from '../device/owner.js'
import { cookieOf, errorOf, newClient } from '../lib/client.js'
import { expectHeading } from '../lib/console.js'
import { codeAt } from '../lib/device.js'
import { newUser, signIn, virtualDevice } from '../lib/people.js'
import { account } from '../lib/server.js'
import { newStage, password } from '../lib/stage.js'
import { newScene, serialOf } from '../story/scene.js'

const stage = newStage()
const incorrect = 'Your authentication information is incorrect. Please try again.'
const thousand = Array.from({ length: 1000 }, (_, index) => index)

const stranger = newClient(stage)

const typed = (username, secret) => stranger.post('/signin', { account: account.alias, username, password: secret })

test('of 1,000 wrong passwords in parallel none gets in, nobody is locked out for good, and the owner gets in all the while', async () => {
  const user = 'Guessed'
  await newUser(stage.administrator, user, password)
  const owner = await newScene(stage)
  await signIn(owner.page, stage.server, user, password) // the browser is known from now on
  const answers = await Promise.all(thousand.map((index) => typed(user, `wrong ${index}`)))
  assert.deepEqual(
    answers.filter(({ status, cookies }) => ![403, 503].includes(status) || cookies.session || cookies.pending),
    [],
  )
  const looked = answers.filter(({ status, headers }) => status === 403 && !headers['retry-after'])
  assert.ok(looked.length <= 5, `${looked.length} guesses were looked at`)
  const right = await typed(user, password)
  assert.equal(errorOf(right), incorrect)
  assert.ok(right.headers['retry-after'])
  await signIn(owner.page, stage.server, user, password)
  await stage.server.advance('15m')
  assert.equal((await typed(user, password)).location, '/console/')
  owner.assertClean()
})

test('of 1,000 wrong codes in parallel none gets in, nobody is locked out for good, and a security key gets in all the while', async () => {
  const user = 'Coded'
  const owner = await newKeyOwner(stage, user, ctap2)
  const secret = await virtualDevice(stage.administrator, stage.server, user)
  const right = codeAt(secret, await stage.server.advance('30s'))
  const signIns = await Promise.all(thousand.slice(0, 21).map(() => typed(user, password)))
  const [victim, ...pending] = signIns.map(({ location, cookies }) => {
    assert.equal(location, '/signin/-/mfa')
    return cookies.pending
  })
  const submit = (pending, code) =>
    stranger.post('/signin/-/mfa', { device: serialOf(user), code }, { cookies: { pending } })
  const guesses = thousand.map((index) => String(100_000 + index)).map((guess) => (guess === right ? '000000' : guess))
  const answers = await Promise.all(guesses.map((guess, index) => submit(pending[index % pending.length], guess)))
  assert.deepEqual(
    answers.filter(({ status, cookies }) => status !== 403 || cookies.session),
    [],
  )
  assert.equal(errorOf(await submit(victim, right)), incorrect)
  await reachSecondPage(owner)
  await owner.page.getByRole('link', { name: 'Try another method: Security key' }).click()
  await useKey(owner.page)
  await expectHeading(owner.page, 'Console home')
  const later = await stage.server.advance('15m')
  const again = await typed(user, password)
  const opened = await submit(again.cookies.pending, codeAt(secret, later))
  assert.equal(opened.location, '/console/', errorOf(opened))
  assert.ok(opened.headers['set-cookie'].some((line) => line.startsWith(cookieOf.session)))
  owner.assertClean()
})
