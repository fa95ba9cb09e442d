import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newContext } from '../lib/browser.js'
import { startForeignSite } from '../lib/foreign.js'
import { fillSignIn, newUser, signIn, virtualDevice } from '../lib/people.js'
import { newStage, password } from '../lib/stage.js'
import { expectPath } from '../lib/wait.js'

const stage = newStage()
const nothing = /refused to connect/ // the browser's own words

/** Demands that a frame of another port and one of another site show none of the pages. */
async function expectNoFrames(page, allow, paths) {
  for (const host of ['localhost', '127.0.0.1']) {
    const foreign = await startForeignSite(host)
    allow(foreign.origin)
    try {
      assert.equal(await foreign.frame(page, `${foreign.origin}/`), 'This is shown.')
      for (const path of paths)
        assert.match(await foreign.frame(page, stage.server.origin + path), nothing, `${path} in ${foreign.origin}`)
    } finally {
      await foreign.stop()
    }
  }
}

test('no page of the sign-in is shown in a frame of another origin', async () => {
  await newUser(stage.administrator, 'Framed', password)
  await virtualDevice(stage.administrator, stage.server, 'Framed')
  const { context, allow } = await newContext(stage.browser, stage.server)
  const page = await context.newPage()
  await fillSignIn(page, stage.server, 'Framed', password)
  await expectPath(page, /mfa$/)
  await expectNoFrames(page, allow, [
    '/signin',
    '/signin/-/root',
    '/signin/-/mfa',
    '/signin/-/resync',
    '/signin/-/password',
  ])
  await context.close()
})

test('no page of the console and no page of an error is shown in a frame of another origin', async () => {
  const { user, password } = stage.server.administrator
  const { context, allow } = await newContext(stage.browser, stage.server)
  const page = await context.newPage()
  await signIn(page, stage.server, user, password)
  await expectNoFrames(page, allow, [
    '/console/',
    '/console/iam/users',
    '/sessions',
    '/switchrole',
    '/console/session',
    '/no-such-page',
    '/console/assets/none.js',
    '/federation?Action=login',
  ])
  await context.close()
})
