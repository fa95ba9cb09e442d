import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { chromium } from 'playwright-core'
import { patience } from './wait.js'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts the system's Chromium. CHROMIUM names another. More are further flags. */
export function startBrowser(...more) {
  const executablePath = process.env.CHROMIUM ?? execFileSync('sh', ['-c', 'command -v chromium']).toString().trim()
  return chromium.launch({ executablePath, args: [...flags, ...more] })
}

/**
 * A browser context that notes what must never happen: a violation of the content security policy, an error on the JavaScript console, a
 * request to anywhere but the server and the origins that are allowed. Ask it with assertClean.
 */
export async function newContext(browser, server, options = {}) {
  const context = await browser.newContext({
    baseURL: server.origin,
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce', // what is moving or fading in has another contrast for a moment
    ...options,
  })
  context.setDefaultTimeout(patience)
  const faults = []
  const origins = new Set([server.origin])
  context.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol.startsWith('http') && !origins.has(url.origin)) faults.push(`request to ${url.href}`)
  })
  context.on('console', (message) => {
    if (message.type() === 'error' && !isAnsweredNo(message.text()))
      faults.push(`console: ${message.text()} at ${message.location().url}`)
  })
  context.on('weberror', (error) => faults.push(`script: ${error.error().stack}`))
  await context.exposeFunction('noteViolation', (text) => faults.push(`policy: ${text}`))
  await context.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', (event) =>
      window.noteViolation(`${event.violatedDirective} ${event.blockedURI} in ${event.documentURI}`),
    ),
  )
  return {
    context,
    allow: (origin) => origins.add(origin),
    assertClean: () => assert.deepEqual(faults.splice(0), [], 'what the browser must not report'),
  }
}

/** Chromium reports each answer above 399 as an error. A denial is one, and the pages ask for it. */
function isAnsweredNo(text) {
  return /^Failed to load resource: the server responded with a status of 4(00|01|03|04|09|29) /.test(text)
}
