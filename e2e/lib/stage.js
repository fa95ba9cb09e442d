import { after, before } from 'node:test'
import { newContext, startBrowser } from './browser.js'
import { newUser, signIn, mustCall } from './people.js'
import { startServer } from './server.js'

export const password = 'A quiet morning, 7 geese'

/** What opens stands at once: while it fades in, its colours are not yet those that axe has to judge. */
const still = { reducedMotion: 'reduce' }

/**
 * A server and a browser for all tests of a file, with an administrator who is signed in. Each story demands that the browser had nothing to report. The flags
 * are the server's.
 */
export function newStage(...flags) {
  const stage = { as, at }
  let administrator

  before(async () => {
    stage.server = await startServer(...flags)
    stage.browser = await startBrowser()
    administrator = await newContext(stage.browser, stage.server)
    stage.administrator = administrator.context
    const { user, password } = stage.server.administrator
    await signIn(await stage.administrator.newPage(), stage.server, user, password)
  })

  after(async () => {
    await stage.browser?.close()
    await stage.server?.stop()
  })

  /** Tells a story that begins at an address, as the administrator, in a tab of its own. */
  async function at(path, story) {
    const page = await stage.administrator.newPage()
    await page.goto(path)
    await story(page)
    administrator.assertClean()
    await page.close()
  }

  /** Tells a story as a new user with one inline policy, or none. */
  async function as(user, document, story) {
    await newUser(stage.administrator, user, password)
    if (document) {
      const policy = { UserName: user, PolicyName: 'p', PolicyDocument: JSON.stringify(document) }
      await mustCall(stage.administrator, 'iam', 'PutUserPolicy', policy)
    }
    const { context, assertClean } = await newContext(stage.browser, stage.server, still)
    const page = await context.newPage()
    await signIn(page, stage.server, user, password)
    await story(page, context)
    assertClean()
    await context.close()
  }

  return stage
}

/** A policy that allows some actions on everything. */
export const allow = (...actions) => ({
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Action: actions, Resource: '*' },
})
