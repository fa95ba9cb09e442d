import { once } from 'node:events'
import { createServer } from 'node:http'

/**
 * A site of somebody else on this machine: one of its pages sends a form to wherever it is told as soon as it is opened, and one has a frame of whatever it is told.
 */
export async function startForeignSite(host) {
  const site = createServer((request, response) => {
    const asked = new URL(request.url, 'http://x').searchParams
    const [target, framed] = [asked.get('to'), asked.get('frame')]
    response.setHeader('content-type', 'text/html')
    response.setHeader('set-cookie', asked.getAll('cookie'))
    if (target) response.end(form(target, JSON.parse(asked.get('fields'))))
    else response.end(framed ? `${head}<iframe src="${escape(framed)}"></iframe>` : `${head}This is shown.`)
  })
  site.listen(0, host === 'localhost' ? undefined : host)
  await once(site, 'listening')
  const origin = `http://${host}:${site.address().port}`
  const send = async (tab, url, fields = { everywhere: 'yes' }) => {
    const answered = tab.waitForResponse((response) => response.url() === url && response.request().method() === 'POST')
    await tab.goto(`${origin}/?${new URLSearchParams({ to: url, fields: JSON.stringify(fields) })}`)
    return (await answered).status()
  }
  return {
    origin,
    /** Opens the page in a tab and answers the status of what its form got. */
    send,
    /** Does so in a tab of its own. */
    post: async (context, url, fields) => {
      const tab = await context.newPage()
      const status = await send(tab, url, fields)
      await tab.close()
      return status
    },
    /** Has a tab take cookies, which are those of every port of this host. */
    plant: (tab, cookies) => tab.goto(`${origin}/?${new URLSearchParams(cookies.map((each) => ['cookie', each]))}`),
    /** Opens the page in a tab and answers the words that its frame shows. */
    frame: async (tab, url) => {
      await tab.goto(`${origin}/?frame=${encodeURIComponent(url)}`)
      return tab.frameLocator('iframe').locator('body').innerText()
    },
    stop: () => new Promise((resolve) => (site.close(resolve), site.closeAllConnections())),
  }
}

/** Asks for no icon, which would come after the site has gone. */
const head = '<!doctype html><link rel="icon" href="data:,">'

function form(target, fields) {
  const inputs = Object.entries(fields).map(
    ([name, value]) => `<input name="${escape(name)}" value="${escape(value)}">`,
  )
  return `${head}<form method="post" action="${escape(target)}">${inputs.join('')}</form><script>document.forms[0].submit()</script>`
}

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
