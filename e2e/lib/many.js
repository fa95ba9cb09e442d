import { once } from 'node:events'
import { connect } from 'node:net'

const versions = { iam: '2010-05-08' }

/** The name of the user with a number, in the order of the numbers. */
export const userNumber = (n) => `user-${String(n).padStart(6, '0')}`

/** Makes many users as the person who is signed in in a context: user-000000, user-000001 and so on. */
export async function makeUsers(context, server, count) {
  await callMany(
    context,
    server,
    count,
    (n) => `Action=CreateUser&Version=${versions.iam}&UserName=${userNumber(n)}&Path=/floor-${n % 7}/`,
  )
}

/** Connections at a time; how many requests are on their way on each. */
const connections = 16
const ahead = 50

/**
 * Calls IAM many times through the door that the console itself uses: several connections, and on each the next requests follow before the answers to the
 * last have come (RFC 9112 section 9.3.2). A client library would be the slowest part. body gives the form of each call.
 */
export async function callMany(context, server, count, body) {
  const cookies = (await context.cookies(server.origin)).map(({ name, value }) => `${name}=${value}`).join('; ')
  const { hostname, port, host } = new URL(server.origin)
  const head = `POST /console/api/iam/ HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookies}\r\nX-Console-Request: 1\r\nContent-Type: application/x-www-form-urlencoded\r\n`
  let next = 0
  const take = () => {
    const from = next
    next = Math.min(next + ahead, count)
    return Array.from({ length: next - from }, (_, i) => {
      const text = body(from + i)
      return `${head}Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`
    })
  }
  await Promise.all(Array.from({ length: connections }, () => sendAll(connect(Number(port), hostname), take)))
}

async function sendAll(socket, take) {
  await once(socket, 'connect')
  socket.setEncoding('latin1')
  let requests
  while ((requests = take()).length > 0) {
    socket.write(requests.join(''))
    await answers(socket, requests.length)
  }
  socket.destroy()
}

/** Waits for so many answers, all of them good. */
function answers(socket, count) {
  return new Promise((resolve, reject) => {
    let seen = 0
    let text = ''
    const done = (error) => {
      socket.off('data', read).off('close', lost)
      if (error) reject(error)
      else resolve()
    }
    const lost = () => done(new Error(`the connection ended ${count - seen} answers too early: ${text}`))
    const read = (more) => {
      text += more
      for (;;) {
        const headers = text.indexOf('\r\n\r\n')
        const length = headers < 0 ? undefined : /content-length: (\d+)/i.exec(text.slice(0, headers))
        if (!length || text.length < headers + 4 + Number(length[1])) return
        const answer = text.slice(0, headers + 4 + Number(length[1]))
        text = text.slice(answer.length)
        if (!answer.startsWith('HTTP/1.1 200')) return done(new Error(answer))
        if (++seen === count) return done()
      }
    }
    socket.on('data', read).on('close', lost)
  })
}
