import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { assertAccessible } from './lib/axe.js'
import { newContext, startBrowser } from './lib/browser.js'
import { codeAt, twoCodes } from './lib/device.js'
import { startForeignSite } from './lib/foreign.js'
import { call, fillSignIn, newUser, signIn, virtualDevice } from './lib/people.js'
import { account, startServer } from './lib/server.js'
import { expectPath, expectText, expectVisible } from './lib/wait.js'

const incorrect = 'Your authentication information is incorrect. Please try again.'
const password = 'A quiet morning, 7 geese'

let server, browser, administrator

before(async () => {
  server = await startServer()
  browser = await startBrowser()
  administrator = (await newContext(browser, server)).context
  await signIn(await administrator.newPage(), server, server.administrator.user, server.administrator.password)
})

after(async () => {
  await browser?.close()
  await server?.stop()
})

/** Runs a story in a browser of its own, and demands that the browser had nothing to report. */
async function inBrowser(story, options) {
  const { context, allow, assertClean } = await newContext(browser, server, options)
  try {
    await story(await context.newPage(), context, allow)
    assertClean()
  } finally {
    await context.close()
  }
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

  test(`the account is filled in from the address, and a password leads to the console, ${how}`, () =>
    inBrowser(
      async (page) => {
        await page.goto(`/signin/${account.id}`)
        assert.equal(await page.getByLabel('Account ID (12 digits) or account alias').inputValue(), account.id)
        if (javaScriptEnabled) await assertAccessible(page) // axe is a script
        await signIn(page, server, server.administrator.user, server.administrator.password)
      },
      { javaScriptEnabled },
    ))

  test(`a user with a device is asked for a code on a second page, ${how}`, () =>
    inBrowser(
      async (page) => {
        const user = `Second${javaScriptEnabled}`
        await newUser(administrator, user, password)
        const secret = await virtualDevice(administrator, server, user)
        await fillSignIn(page, server, user, password)
        await expectPath(page, /mfa$/)
        if (javaScriptEnabled) await assertAccessible(page)
        await page.getByLabel('MFA code').fill(codeAt(secret, await server.advance('30s')))
        await page.getByRole('button', { name: 'Submit' }).click()
        await expectPath(page, /^\/console\//)
      },
      { javaScriptEnabled },
    ))
}

test('the host name of an account leads to its sign-in page', () =>
  inBrowser(async (page) => {
    const { port } = new URL(server.origin)
    const answer = await fetch(`http://127.0.0.1:${port}/console`, { redirect: 'manual' })
    assert.ok(answer.status < 400, `${answer.status}`)
    for (const name of [account.id, account.alias]) {
      const response = await page.request.get(`http://127.0.0.1:${port}/console`, {
        headers: { Host: `${name}.signin.localhost:${port}` },
        maxRedirects: 0,
      })
      assert.equal(response.headers().location, `${server.origin}/signin/${name}?return=%2Fconsole`)
    }
  }))

test('a wrong password, a wrong user and a wrong account are told apart by nothing', () =>
  inBrowser(async (page) => {
    const texts = []
    for (const [where, user] of [
      [account.id, server.administrator.user],
      [account.id, 'nobody-of-this-name'],
      ['999999999999', server.administrator.user],
      ['no-such-alias', server.administrator.user],
    ]) {
      await fillSignIn(page, server, user, 'wrong', `/signin/${where}`)
      await expectVisible(page.getByRole('alert').getByText(incorrect, { exact: true }))
      await assertAccessible(page)
      texts.push((await page.locator('main').innerText()).trim())
    }
    assert.equal(new Set(texts).size, 1)
  }))

test('a code works once, in two sign-ins at the same time too', () =>
  inBrowser(async (page) => {
    await newUser(administrator, 'Once', password)
    const secret = await virtualDevice(administrator, server, 'Once')
    const code = codeAt(secret, await server.advance('30s'))
    await inBrowser(async (other) => {
      for (const each of [page, other]) {
        await fillSignIn(each, server, 'Once', password)
        await each.getByLabel('MFA code').fill(code)
      }
      await Promise.all([page, other].map((each) => each.getByRole('button', { name: 'Submit' }).click()))
      const paths = [page, other].map((each) => new URL(each.url()).pathname).sort()
      assert.deepEqual(paths, ['/console/', '/signin/-/mfa'])
    })
  }))

test('after several wrong codes a device can be brought into step again', () =>
  inBrowser(async (page) => {
    await newUser(administrator, 'Drifted', password)
    const secret = await virtualDevice(administrator, server, 'Drifted', -300)
    await fillSignIn(page, server, 'Drifted', password)
    const submit = async (second) => {
      await page.getByLabel('MFA code').fill(codeAt(secret, second))
      await page.getByRole('button', { name: 'Submit' }).click()
    }
    const now = await server.advance('0s')
    for (const second of [now, now + 30]) {
      await submit(second)
      await expectVisible(page.getByRole('alert').getByText(incorrect))
    }
    await page.getByRole('link', { name: 'Troubleshoot MFA' }).click()
    await assertAccessible(page)
    const [first, next] = twoCodes(secret, now)
    await page.getByLabel('MFA code 1').fill(first)
    await page.getByLabel('MFA code 2').fill(next)
    await page.getByRole('button', { name: 'Resync' }).click()
    await expectText(page, 'Your device is in step again.')
    await submit(await server.advance('30s'))
    await expectPath(page, /^\/console\//)
  }))

test('the root user signs in by e-mail', () =>
  inBrowser(async (page) => {
    await page.goto(server.signIn)
    await page.getByRole('link', { name: 'Sign in using root user email' }).click()
    await assertAccessible(page)
    await page.getByLabel('Email address').fill(server.root.email)
    await page.getByLabel('Password').fill(server.root.password)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expectPath(page, /^\/console\//)
  }))

test('a form of another site can neither sign in nor sign out', () =>
  inBrowser(async (page, context, allow) => {
    await signIn(page, server, server.administrator.user, server.administrator.password)
    await page.goto('/sessions')
    await assertAccessible(page)
    for (const host of ['localhost', '127.0.0.1']) {
      const foreign = await startForeignSite(host)
      allow(foreign.origin)
      try {
        for (const path of ['/signout', '/signin', '/switchrole']) {
          const status = await foreign.post(context, server.origin + path)
          assert.equal(status, 403, `${path} from ${host}`)
        }
      } finally {
        await foreign.stop()
      }
    }
    assert.equal((await call(context, 'sts', 'GetCallerIdentity')).status, 200)
  }))
