import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { submitCode } from '../device/code.js'
import { newContext } from '../lib/browser.js'
import { cookiesOf } from '../lib/client.js'
import { codeAt } from '../lib/device.js'
import { startForeignSite } from '../lib/foreign.js'
import { call, fillSignIn, newUser, signIn, virtualDevice } from '../lib/people.js'
import { account } from '../lib/server.js'
import { newStage, password } from '../lib/stage.js'
import { expectPath } from '../lib/wait.js'
import { serialOf } from '../story/scene.js'

const stage = newStage()

/** Another port is the same site to a browser: it sends the cookies along. Another host is not. */
const sites = ['localhost', '127.0.0.1']
const foreign = []

before(async () => {
  for (const host of sites) foreign.push(await startForeignSite(host))
})

after(() => Promise.all(foreign.map((site) => site.stop())))

/** A browser of a person: it may go to the foreign sites, and reports what they are refused. */
async function newVictim() {
  const { context, allow } = await newContext(stage.browser, stage.server)
  for (const { origin } of foreign) allow(origin)
  return { context, page: await context.newPage() }
}

/** Sends each form from each site, and demands that every one is refused and leaves the cookies as they were. */
async function refuseForms(context, forms) {
  const before = await cookiesOf(context)
  const tab = await context.newPage()
  for (const site of foreign)
    for (const [path, fields] of Object.entries(forms)) {
      assert.equal(await site.send(tab, stage.server.origin + path, fields), 403, `${path} from ${site.origin}`)
      assert.deepEqual(await cookiesOf(context), before, `${path} from ${site.origin}`)
    }
  await tab.close()
}

test('a form of another site signs nobody in', async () => {
  await newUser(stage.administrator, 'Lured', password)
  const { context } = await newVictim()
  const { email, password: secret } = stage.server.root
  await refuseForms(context, {
    '/signin': { account: account.alias, username: 'Lured', password },
    '/signin/-/root': { email, password: secret },
  })
  assert.deepEqual(await cookiesOf(context), {})
  await context.close()
})

test('a form of another site takes no second step of a sign-in, and uses up nothing of it', async () => {
  const user = 'Halfway'
  await newUser(stage.administrator, user, password)
  const secret = await virtualDevice(stage.administrator, stage.server, user)
  const { context, page } = await newVictim()
  await fillSignIn(page, stage.server, user, password)
  await expectPath(page, /mfa$/)
  const code = codeAt(secret, await stage.server.advance('30s'))
  const next = codeAt(secret, (await stage.server.advance('0s')) + 30)
  await refuseForms(context, {
    '/signin/-/mfa': { device: serialOf(user), code },
    '/signin/-/resync': { device: serialOf(user), code1: code, code2: next },
    '/signin/-/passkey': { response: '{}' },
    '/signin/-/passkey/ask': {},
    '/signin/-/password': { old: password, new: 'x', again: 'x' },
  })
  await submitCode(page, code)
  await expectPath(page, /^\/console\//)
  await context.close()
})

test('a form or a link of another site does nothing in a session', async () => {
  const { user, password } = stage.server.administrator
  const { context, page } = await newVictim()
  await signIn(page, stage.server, user, password)
  const create = { Action: 'CreateUser', Version: '2010-05-08', UserName: 'eve' }
  await refuseForms(context, {
    '/signout': { everywhere: 'yes' },
    '/sessions': { session: 'x' },
    '/switchrole': { account: account.alias, roleName: 'Reader' },
    '/switchrole/back': {},
    '/console/api/iam': create,
    '/console/api/iam/': create,
    '/console/passkey/begin': {},
    '/console/passkey/finish': {},
  })
  for (const { origin } of foreign)
    for (const path of [
      '/signout?everywhere=yes',
      '/sessions?session=x',
      `/console/api/iam?${new URLSearchParams(create)}`,
    ]) {
      await page.goto(origin)
      await page.evaluate((address) => location.assign(address), stage.server.origin + path)
      await page.waitForURL(stage.server.origin + path)
    }
  assert.equal((await call(context, 'sts', 'GetCallerIdentity')).status, 200)
  assert.equal((await call(context, 'iam', 'GetUser', { UserName: 'eve' })).status, 404)
  await context.close()
})

test('a script of another site calls no API with the cookie, and reads none of its answers', async () => {
  const { user, password } = stage.server.administrator
  const { context, page } = await newVictim()
  await signIn(page, stage.server, user, password)
  const options = [
    { mode: 'no-cors' },
    { mode: 'cors' },
    { mode: 'cors', headers: { 'X-Console-Request': '1' } },
    { mode: 'cors', headers: { 'X-Console-Request': '1', 'Content-Type': 'application/x-amz-json-1.1' } },
  ]
  for (const { origin } of foreign) {
    await page.goto(origin)
    for (const each of options) {
      const read = await page.evaluate(callForeign, { url: `${stage.server.origin}/console/api/iam`, options: each })
      assert.equal(read, '', `${JSON.stringify(each)} from ${origin}`)
    }
    assert.equal(await page.evaluate(lookForeign, `${stage.server.origin}/console/session`), '', origin)
  }
  assert.equal((await call(context, 'iam', 'GetUser', { UserName: 'eve' })).status, 404)
  await context.close()
})

/** What a foreign page gets to read of an answer; empty: nothing. */
async function callForeign({ url, options }) {
  const body = new URLSearchParams({ Action: 'CreateUser', Version: '2010-05-08', UserName: 'eve' })
  return fetch(url, { method: 'POST', credentials: 'include', body, ...options }).then(
    (answer) => answer.text(),
    () => '',
  )
}

const lookForeign = (url) =>
  fetch(url, { credentials: 'include' }).then(
    (answer) => answer.text(),
    () => '',
  )
