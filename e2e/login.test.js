import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { assertAccessible } from './lib/axe.js'
import { newContext, startBrowser } from './lib/browser.js'
import { expectHeading } from './lib/console.js'
import { mustCall, newUser, signIn } from './lib/people.js'
import { startProgram } from './lib/program.js'
import { account, startServer } from './lib/server.js'
import { expectPath, expectText, expectVisible } from './lib/wait.js'

const password = 'A quiet morning, 7 geese'
const arn = `arn:aws:iam::${account.id}:user/Dev`

let server, browser

before(async () => {
  server = await startServer()
  browser = await startBrowser()
  const { context } = await newContext(browser, server)
  await signIn(await context.newPage(), server, server.administrator.user, server.administrator.password)
  await newUser(context, 'Dev', password)
  await mustCall(context, 'iam', 'AttachUserPolicy', {
    UserName: 'Dev',
    PolicyArn: 'arn:aws:iam::aws:policy/SignInLocalDevelopmentAccess',
  })
})

after(async () => {
  await browser?.close()
  await server?.stop()
})

/** Plays `aws login`, with its browser and its callback server, and demands that the browser had nothing to report. */
async function login(story, options) {
  const { context, allow, assertClean } = await newContext(browser, server, options)
  const program = await startProgram(server)
  allow(program.origin)
  try {
    await story(await context.newPage(), program)
    assertClean()
  } finally {
    await program.stop()
    await context.close()
  }
}

for (const javaScriptEnabled of [true, false])
  test(`aws login: sign in, allow, and the program has credentials, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () =>
    login(
      async (page, program) => {
        await page.goto(program.address())
        await expectPath(page, /^\/signin$/)
        await page.getByLabel('Account ID (12 digits) or account alias').fill(account.alias)
        await page.getByLabel('IAM user name').fill('Dev')
        await page.getByLabel('Password').fill(password)
        await page.getByRole('button', { name: 'Sign in', exact: true }).click()
        await expectText(page, arn)
        if (javaScriptEnabled) await assertAccessible(page) // axe is a script
        await page.getByRole('button', { name: 'Allow', exact: true }).click()
        const { code } = await program.calledBack
        await page.waitForURL((url) => url.origin === program.origin)
        const tokens = await program.exchange(code)
        assert.equal(tokens.tokenType, 'aws_sigv4')
        assert.equal(JSON.parse(Buffer.from(tokens.idToken.split('.')[1], 'base64url')).sub, arn)
        const again = await program.refresh(tokens.refreshToken)
        assert.match(again.accessToken.accessKeyId, /^ASIA/)
        assert.notEqual(again.accessToken.accessKeyId, tokens.accessToken.accessKeyId)
        await page.goto('/sessions')
        await expectHeading(page, 'Your sessions')
        if (javaScriptEnabled) await assertAccessible(page)
        const end = page.getByRole('button', {
          name: /^End the command line session/,
        })
        while (await end.count()) await end.first().click()
        await assert.rejects(program.refresh(tokens.refreshToken), /401 TOKEN_EXPIRED/)
      },
      { javaScriptEnabled },
    ))

test('aws login: who denies leads the program back with nothing', () =>
  login(async (page, program) => {
    await signIn(page, server, 'Dev', password)
    await page.goto(program.address())
    await page.getByRole('button', { name: 'Deny' }).click()
    assert.deepEqual(await program.calledBack, {
      error: 'access_denied',
      state: program.state,
    })
  }))

test('aws login --remote: the code is shown to be copied, with a warning before', () =>
  login(async (page, program) => {
    await signIn(page, server, 'Dev', password)
    await page.goto(program.address('cross-device'))
    await expectVisible(page.getByText('give it to nobody'))
    await assertAccessible(page)
    await page.getByRole('button', { name: 'Allow', exact: true }).click()
    const shown = await page.getByLabel('Authorization code').inputValue()
    await assertAccessible(page)
    const { state, code } = Object.fromEntries(new URLSearchParams(Buffer.from(shown, 'base64').toString()))
    assert.equal(state, program.state)
    assert.ok((await program.exchange(code)).refreshToken)
    await assert.rejects(program.exchange(code), /401 AUTHCODE_EXPIRED/)
  }))
