import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startBrowser } from '../lib/browser.js'
import { newUser } from '../lib/people.js'
import { account } from '../lib/server.js'
import { newStage, password } from '../lib/stage.js'

const stage = newStage()
const name = 'rebound.example' // leads to this machine, as an attacker's name server can have it

let browser

before(async () => {
  // Some browsers guard this machine from the web by themselves. The server must not need that.
  browser = await startBrowser(
    `--host-resolver-rules=MAP ${name} 127.0.0.1`,
    '--disable-features=LocalNetworkAccessChecks',
  )
})

after(() => browser?.close())

/** A page of the attacker's name at the port of a door, from before the name was pointed here: its scripts call that door as their own origin. */
async function openRebound(door) {
  const page = await browser.newPage()
  const address = `http://${name}:${new URL(stage.server[door]).port}/before`
  await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }))
  await page.goto(address)
  return page
}

/** What a script of the page gets: the status and the text. */
const fetched = (page, path, options) =>
  page.evaluate(
    async ([path, options]) => {
      const answer = await fetch(path, options)
      return { status: answer.status, text: await answer.text() }
    },
    [path, options],
  )

test('a name that an attacker points at the console gets neither a page nor a cookie nor an answer of an API', async () => {
  await newUser(stage.administrator, 'Rebound', password)
  const page = await openRebound('origin')
  const call = new URLSearchParams({ Action: 'ListUsers', Version: '2010-05-08' }).toString()
  const typed = new URLSearchParams({ account: account.alias, username: 'Rebound', password }).toString()
  const form = { 'Content-Type': 'application/x-www-form-urlencoded' }
  for (const [path, options] of [
    ['/signin', {}],
    ['/signin', { method: 'POST', headers: form, body: typed }],
    ['/signout', { method: 'POST', headers: form, body: '' }],
    ['/console/', {}],
    ['/console/session', {}],
    [`/console/api/iam?${call}`, { headers: { 'X-Console-Request': '1' } }],
    ['/console/api/iam', { method: 'POST', headers: { ...form, 'X-Console-Request': '1' }, body: call }],
    ['/static/style.css', {}],
  ]) {
    const got = await fetched(page, path, { redirect: 'manual', ...options })
    assert.equal(got.status, 421, path)
    assert.ok(!got.text.includes('Rebound'), path)
  }
  assert.equal((await page.goto(new URL('/signin', page.url()).href)).status(), 421)
  assert.deepEqual(await page.context().cookies(), [])
  await page.close()
})

test('a name that an attacker points at the address of the APIs moves no clock', async () => {
  const page = await openRebound('api')
  const before = await stage.server.advance('0s')
  const moved = await fetched(page, '/_cardea/clock', { method: 'POST', body: JSON.stringify({ advance: '1h' }) })
  assert.equal(moved.status, 403)
  assert.ok((await stage.server.advance('0s')) - before < 1800)
  await page.close()
})
