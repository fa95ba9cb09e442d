import { once } from 'node:events'
import { createServer } from 'node:http'

/** A site of somebody else on this machine, whose one page sends a form to wherever it is told as soon as it is opened. */
export async function startForeignSite(host) {
  const site = createServer((request, response) => {
    const target = new URL(request.url, 'http://x').searchParams.get('to')
    response.setHeader('content-type', 'text/html')
    response.end(target ? page(target) : '')
  })
  site.listen(0, host === 'localhost' ? undefined : host)
  await once(site, 'listening')
  const origin = `http://${host}:${site.address().port}`
  return {
    origin,
    /** Opens the page in a tab of the context and answers the status of what its form got. */
    post: async (context, url) => {
      const tab = await context.newPage()
      const answered = tab.waitForResponse(
        (response) => response.url() === url && response.request().method() === 'POST',
      )
      await tab.goto(`${origin}/?to=${encodeURIComponent(url)}`)
      const status = (await answered).status()
      await tab.close()
      return status
    },
    stop: () => new Promise((resolve) => (site.close(resolve), site.closeAllConnections())),
  }
}

function page(target) {
  return `<!doctype html><form method="post" action="${target}"><input name="everywhere" value="yes"></form><script>document.forms[0].submit()</script>`
}
