import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const program = process.env.CARDEA ?? fileURLToPath(new URL('../../bin/cardea', import.meta.url))

/** The account that every test server has. */
export const account = { id: '123456789012', alias: 'acme' }

/**
 * Starts the program on free ports, with everything in memory and a clock that stands under the test's hand.
 * Its addresses and first secrets are read from what it prints for a person. More are further flags.
 */
export async function startServer(...more) {
  const child = spawn(
    program,
    [
      'serve',
      '--ephemeral',
      '--test-clock',
      '--listen',
      '127.0.0.1:0',
      '--console-listen',
      'localhost:0',
      '--account-id',
      account.id,
      '--alias',
      account.alias,
      ...more,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let log = ''
  child.stderr.on('data', (text) => (log += text))
  const printed = await readBanner(child, () => log)
  const field = (pattern) => printed.match(pattern)?.[1] ?? fail(`the server printed no ${pattern}:\n${printed}`)
  const api = field(/API +(\S+)/)
  return {
    api,
    origin: field(/Console +(\S+)/),
    signIn: field(/Sign in at (\S+)/),
    root: { email: field(/Root user +(\S+)/), password: field(/Root user[^]*?password +(\S+)/) },
    administrator: { user: field(/IAM user +(\S+)/), password: field(/IAM user[^]*?password +(\S+)/) },
    /** Moves the clock on and answers what it shows now, in seconds since 1970. */
    advance: (duration) => advance(api, duration),
    log: () => log,
    stop: () => stop(child),
  }
}

function readBanner(child, log) {
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout.on('data', (more) => {
      text += more
      if (text.includes('Ctrl-C stops it.')) resolve(text)
    })
    child.on('error', reject)
    child.on('exit', (code) => reject(new Error(`the server ended with ${code}:\n${text}${log()}`)))
  })
}

async function advance(api, duration) {
  const response = await fetch(`${api}/_cardea/clock`, { method: 'POST', body: JSON.stringify({ advance: duration }) })
  if (!response.ok) fail(`the clock answered ${response.status}: ${await response.text()}`)
  return Date.parse((await response.json()).now) / 1000
}

function stop(child) {
  return new Promise((resolve) => {
    child.on('exit', resolve)
    child.kill('SIGTERM')
  })
}

function fail(message) {
  throw new Error(message)
}
