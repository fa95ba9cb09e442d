import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newContext } from '../lib/browser.js'
import { newClient } from '../lib/client.js'
import { newUser, virtualDevice, signIn } from '../lib/people.js'
import { account } from '../lib/server.js'
import { newStage, password } from '../lib/stage.js'
import { codeAt } from '../lib/device.js'
import { serialOf } from '../story/scene.js'

const stage = newStage()

/** Addresses that lead away, or that a browser or a server might read as such. */
const evil = [
  '//evil.example',
  '///evil.example/console/',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  'https:evil.example',
  'https://evil.example/console/',
  'javascript:alert(1)',
  'data:text/html,x',
  '%2f%2fevil.example',
  '/%2f%2fevil.example',
  '/%5cevil.example',
  '/console/%5c..%5c%5cevil.example',
  '/console/..//evil.example',
  '/console/%2e%2e//evil.example',
  '/console//evil.example',
  '/console/\r\nLocation: https://evil.example',
  '/console/%0d%0aLocation:https://evil.example',
  '/consoleevil',
  '/console.evil.example',
  '/console@evil.example',
  '@evil.example',
  'http://localhost@evil.example/console/',
  'http://localhost.evil.example/console/',
]

const client = newClient(stage)

/** Where a browser goes from an answer. */
const leadsTo = (location) => new URL(location, stage.server.origin)

function expectHere(location, what) {
  const { origin, pathname } = leadsTo(location)
  assert.equal(origin, stage.server.origin, what)
  assert.match(pathname, /^\/(console\/|signin)/, what)
}

test('no field and no link for the way back leads away', async () => {
  await newUser(stage.administrator, 'Returning', password)
  for (const back of evil) {
    const fields = { account: account.alias, username: 'Returning', password, return: back }
    const { status, location } = await client.post('/signin', fields)
    assert.equal(status, 303, back)
    expectHere(location, `${back} leads to ${location}`)
    assert.ok(!location.includes('evil') || location.startsWith('/console/%0d%0a'), `${back} leads to ${location}`)
    expectHere((await client.post('/signout', { return: back })).location, `${back} after signing out`)
    for (const path of ['/signin', `/signin/${account.alias}`, '/signin/-/root', '/signin/-/mfa', '/switchrole']) {
      const { text, location } = await client.get(`${path}?return=${encodeURIComponent(back)}`)
      if (location) expectHere(location, `${path} with ${back}`)
      for (const [, address] of text.matchAll(/(?:href|action)="([^"]*)"/g))
        assert.equal(
          leadsTo(address.replaceAll('&amp;', '&')).origin,
          stage.server.origin,
          `${path} with ${back}: ${address}`,
        )
    }
  }
})

test('the way back is kept safe through the second step too', async () => {
  await newUser(stage.administrator, 'Stepping', password)
  const secret = await virtualDevice(stage.administrator, stage.server, 'Stepping')
  for (const back of ['//evil.example', '/\\evil.example', 'https://evil.example/console/']) {
    const fields = { account: account.alias, username: 'Stepping', password, return: back }
    const { cookies } = await client.post('/signin', fields)
    const code = codeAt(secret, await stage.server.advance('30s'))
    const step = { device: serialOf('Stepping'), code, return: back }
    assert.equal((await client.post('/signin/-/mfa', step, { cookies })).location, '/console/', back)
  }
})

test('no path of the server leads away, by whatever name of this machine it is asked for', async () => {
  const { port } = new URL(stage.server.origin)
  for (const Host of [`localhost:${port}`, `127.0.0.1:${port}`, `${account.alias}.signin.localhost:${port}`])
    for (const path of [
      '//evil.example',
      '//evil.example/..',
      '/\\evil.example',
      '/%5cevil.example//x',
      '/%2f%2fevil.example/',
      '//evil.example/console/..',
      '/console//evil.example',
      '/.//evil.example',
      '/signin//evil.example',
      '/console/..//evil.example',
    ]) {
      const { status, location } = await client.get(path, { headers: { Host } })
      assert.ok(status < 500, `${path} at ${Host}: ${status}`)
      if (location)
        assert.equal(leadsTo(location).origin, stage.server.origin, `${path} at ${Host} leads to ${location}`)
    }
})

for (const back of ['//evil.example', '/\\evil.example', 'javascript:document.title=1', '%2f%2fevil.example'])
  test(`a browser that comes to sign in on its way to ${back} stays here`, async () => {
    const { user, password } = stage.server.administrator
    const { context, assertClean } = await newContext(stage.browser, stage.server)
    const page = await context.newPage()
    const server = { ...stage.server, signIn: `${stage.server.signIn}?return=${encodeURIComponent(back)}` }
    await signIn(page, server, user, password)
    assert.equal(page.url(), `${stage.server.origin}/console/`)
    assertClean()
    await context.close()
  })
