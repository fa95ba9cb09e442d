import { Agent, request } from 'node:http'

/** The cookies of a sign-in by what they are for. */
export const cookieOf = { session: '__Host-session', pending: '__Host-pending', device: '__Host-device' }

/**
 * A client that is no browser: it sends the cookies and headers that it is told to, over many connections at once, and follows nothing. It keeps no cookies. The door is one of
 * the addresses of a stage's server.
 */
export function newClient(stage, door = 'origin') {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })

  const send = (method, path, { headers = {}, cookies = {}, body = '' } = {}) =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(stage.server[door])
      const cookie = Object.entries(cookies).map(([name, value]) => `${cookieOf[name]}=${value}`)
      const head = { ...headers, ...(cookie.length && { Cookie: cookie.join('; ') }) }
      if (method === 'POST') head['Content-Length'] = Buffer.byteLength(body)
      const call = request({ agent, hostname, port, method, path, headers: head }, (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (more) => (text += more))
        response.on('end', () => resolve(answer(response, text)))
      })
      call.on('error', reject)
      call.end(body)
    })

  return {
    get: (path, options) => send('GET', path, options),

    /** Sends a form as a page of the server itself does. */
    post: (path, fields = {}, { headers, ...options } = {}) =>
      send('POST', path, {
        body: new URLSearchParams(fields).toString(),
        headers: {
          'Content-Type': 'application/x-www-form-urlencoded',
          'Sec-Fetch-Site': 'same-origin',
          ...headers,
        },
        ...options,
      }),
  }
}

function answer(response, text) {
  const cookies = {}
  for (const line of response.headers['set-cookie'] ?? []) {
    const [, name, value] = line.match(/^([^=]+)=([^;]*)/)
    const known = Object.keys(cookieOf).find((each) => cookieOf[each] === name)
    if (known && value) cookies[known] = value
  }
  const { statusCode: status, headers } = response
  return { status, headers, location: headers.location, cookies, text }
}

/** What the page shows as an error; undefined: nothing. */
export const errorOf = ({ text }) => text.match(/<p class="error" role="alert" id="error">([^<]*)/)?.[1]

/** The cookies of a browser's context, by what they are for. */
export async function cookiesOf(context) {
  const all = await context.cookies()
  const values = Object.entries(cookieOf).map(([known, name]) => [known, all.find((each) => each.name === name)?.value])
  return Object.fromEntries(values.filter(([, value]) => value))
}
