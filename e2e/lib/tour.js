import { ec2 } from '../tour/ec2.js'
import { home } from '../tour/home.js'
import { identities, mfa } from '../tour/identities.js'
import { account, policies } from '../tour/policies.js'
import { signInPages } from '../tour/signin.js'
import { makeWorld, password } from '../tour/world.js'
import { newContext, startBrowser } from './browser.js'
import { signIn } from './people.js'
import { startServer } from './server.js'
import { settled } from './wait.js'

/**
 * Every page of the console and of the sign-in. A stop has a name, a path, and what is to be done there before it is looked at; it is visited by an
 * administrator unless it says who. A noisy one is there to show a failure, which the browser reports.
 */
export const stops = [...home, ...identities, ...mfa, ...policies, ...account, ...ec2, ...signInPages]

/** The pages of the console that show what they are about at once. */
const plain = stops.filter((stop) => !stop.open && !stop.who && !signInPages.includes(stop))

/** What a person meets who may do nothing. */
export const denied = plain.map((stop) => ({ ...stop, name: `${stop.name}-denied`, who: 'nobody' }))

/** The pages of the console when every call fails. */
export const failed = plain.map((stop) => ({ ...stop, name: `${stop.name}-failed`, who: 'unlucky', noisy: true }))

/** Starts a server with an account that has something to show everywhere, and a browser whose contexts have the options given. */
export async function startTour(options = {}) {
  const server = await startServer()
  const browser = await startBrowser()
  const open = async (options) => {
    const { context, ...rest } = await newContext(browser, server, options)
    return { context, page: await context.newPage(), ...rest }
  }
  const maker = await open()
  await arrivals.administrator(maker.page, server)
  const world = await makeWorld(maker.context, server, async () => (await open()).page)
  const tabs = {}

  const tabOf = async (who, watch) => {
    if (who === 'stranger') await tabs.stranger?.context.close()
    if (who === 'stranger' || !tabs[who]) {
      tabs[who] = await open(options)
      await watch?.(tabs[who].page)
      await arrivals[who](tabs[who].page, server)
    }
    return tabs[who]
  }

  return {
    /** Opens a stop and answers its page, which has then come to rest, and assertClean of its context. Watch is given each new page before it is led anywhere. */
    visit: async (stop, watch) => {
      const { page, allow, assertClean } = await tabOf(stop.who ?? 'administrator', watch)
      await go(page, typeof stop.path === 'string' ? stop.path : stop.path(world, server))
      await settled(page)
      await stop.open?.(page, world, server, allow)
      await settled(page)
      return { page, assertClean }
    },
    stop: async () => {
      await browser.close()
      await server.stop()
    },
  }
}

/** Goes to another page of the console as its links do, which is quicker than loading it; from everywhere else, and to the same page again, by loading. */
async function go(page, path) {
  const here = new URL(page.url()).pathname
  const inside = [here, path].every((each) => each.startsWith('/console/'))
  if (!inside || path.split('?')[0] === here) return page.goto(path)
  await page.evaluate((path) => {
    history.pushState({}, '', path)
    dispatchEvent(new PopStateEvent('popstate'))
  }, path)
}

const failure =
  '<ErrorResponse><Error><Code>ServiceFailure</Code><Message>Out of order.</Message></Error></ErrorResponse>'

/** How each person comes to the console. */
const arrivals = {
  stranger: () => {},
  administrator: (page, server) => signIn(page, server, server.administrator.user, server.administrator.password),
  nobody: (page, server) => signIn(page, server, 'Nobody', password),
  asker: (page, server) => signIn(page, server, 'Asker', password),
  unlucky: async (page, server) => {
    await arrivals.administrator(page, server)
    await page.route('**/console/api/**', (route) => route.fulfill({ status: 500, body: failure }))
  },
}
