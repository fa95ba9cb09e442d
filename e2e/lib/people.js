import assert from 'node:assert/strict'
import { chooseFromMenu } from './console.js'
import { twoCodes } from './device.js'
import { account } from './server.js'
import { expectPath } from './wait.js'
import { press, word } from './words.js'

/** Fills in the sign-in page of the account and sends it. */
export async function fillSignIn(page, server, user, password, address = server.signIn) {
  await page.goto(address)
  await page.getByLabel(word('IAM user name')).fill(user)
  await page.getByLabel(word('Password')).fill(password)
  await press(page, 'Sign in')
}

/** Signs in a user without an MFA device, and waits for the console. */
export async function signIn(page, server, user, password) {
  await fillSignIn(page, server, user, password)
  await expectPath(page, /^\/console\//)
}

export async function signOut(page) {
  await chooseFromMenu(page, / @ /, 'Sign out')
  await expectPath(page, /^\/signin/)
}

/**
 * Calls an operation as the person who is signed in in a context, through the door that the console itself uses, and answers the XML.
 * A refused call answers its status and code.
 */
export async function call(context, service, action, parameters = {}) {
  const response = await context.request.post(`/console/api/${service}`, {
    headers: { 'X-Console-Request': '1' },
    form: { Action: action, Version: versions[service], ...parameters },
  })
  return { status: response.status(), text: await response.text() }
}

const versions = { iam: '2010-05-08', sts: '2011-06-15', ec2: '2016-11-15', cardea: '2026-01-01' }

/** Calls an operation that must succeed. */
export async function mustCall(context, service, action, parameters) {
  const { status, text } = await call(context, service, action, parameters)
  assert.equal(status, 200, `${action}: ${text}`)
  return text
}

/** Makes a user with a password. What else the password's call is to say can be added. */
export async function newUser(administrator, user, password, options) {
  await mustCall(administrator, 'iam', 'CreateUser', { UserName: user })
  await mustCall(administrator, 'iam', 'CreateLoginProfile', { UserName: user, Password: password, ...options })
}

/** Gives a user a virtual device and answers its secret. The clock of the device may be off by some seconds. */
export async function virtualDevice(administrator, server, user, off = 0) {
  const made = await mustCall(administrator, 'iam', 'CreateVirtualMFADevice', { VirtualMFADeviceName: user })
  const secret = Buffer.from(made.match(/<Base32StringSeed>([^<]+)/)[1], 'base64').toString()
  const [first, second] = twoCodes(secret, (await server.advance('0s')) + off)
  await mustCall(administrator, 'iam', 'EnableMFADevice', {
    UserName: user,
    SerialNumber: `arn:aws:iam::${account.id}:mfa/${user}`,
    AuthenticationCode1: first,
    AuthenticationCode2: second,
  })
  return secret
}
