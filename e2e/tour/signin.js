import { startForeignSite } from '../lib/foreign.js'
import { fillSignIn } from '../lib/people.js'
import { press, word } from '../lib/words.js'
import { password } from './world.js'

/** A page on the way in: opened in a browser of its own, by somebody who is not signed in. */
const stranger = (name, path, open) => ({ name, who: 'stranger', path, open })

/** Signs in up to the second page. */
const second = (user, then) => async (page, world, server) => {
  await fillSignIn(page, server, user, password)
  await then?.(page, world, server)
}

const enter = async (page, code) => {
  await page.getByLabel(word('MFA code')).fill(code)
  await press(page, 'Submit')
}

/** After so many the page offers to bring the device into step again. */
async function twoWrong(page) {
  for (const code of ['000000', '000001']) await enter(page, code)
}

const byMethod = (kind) => (page) => page.goto(`/signin/-/mfa?method=${kind}`)

/** Types new passwords where one must be set. */
const replace = (fresh, again) => async (page) => {
  await page.getByLabel(word('Old password')).fill(password)
  await page.getByLabel(word('New password')).fill(fresh)
  await page.getByLabel(word('Retype new password')).fill(again)
  await press(page, 'Confirm password change')
}

/** Posts a form from a site of somebody else. */
async function post(page, world, server, allow) {
  const foreign = await startForeignSite('localhost')
  allow(foreign.origin)
  try {
    await foreign.send(page, `${server.origin}/signout`)
  } finally {
    await foreign.stop()
  }
}

/** Where a program sends a person to be let in, to a page that shows the code. */
const program = (state) => (world, server) =>
  `/v1/authorize?${new URLSearchParams({
    response_type: 'code',
    client_id: 'arn:aws:signin:::devtools/cross-device',
    state,
    code_challenge_method: 'SHA-256',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    scope: 'openid',
    redirect_uri: `${server.origin}/v1/sessions/confirmation`,
  })}`

/** The pages on the way in and out. They are made on the server, and work without JavaScript. */
export const signInPages = [
  stranger('sign-in', '/signin'),
  stranger('sign-in-account', '/signin/acme'),
  stranger('sign-in-refused', '/signin/acme', (page, world, server) => fillSignIn(page, server, 'nobody', 'wrong')),
  stranger('sign-in-root', '/signin/-/root'),
  stranger('sign-in-root-refused', '/signin/-/root', async (page) => {
    await page.getByLabel(word('Email address')).fill('nobody@example.com')
    await page.getByLabel(word('Password')).fill('wrong')
    await press(page, 'Sign in')
  }),
  stranger('mfa-code', '/signin/acme', second('Drifted')),
  stranger(
    'mfa-code-refused',
    '/signin/acme',
    second('Drifted', (page) => enter(page, '000000')),
  ),
  stranger('mfa-code-troubleshoot', '/signin/acme', second('Drifted', twoWrong)),
  stranger('mfa-chooser', '/signin/acme', second('Chooser')),
  stranger('mfa-code-token', '/signin/acme', second('Chooser', byMethod('hardware'))),
  stranger('mfa-sign-in-key', '/signin/acme', second('Chooser', byMethod('passkey'))),
  stranger(
    'resync',
    '/signin/acme',
    second('Drifted', (page) => page.goto('/signin/-/resync')),
  ),
  stranger('forced-change', '/signin/acme', second('Reset')),
  stranger('forced-change-differ', '/signin/acme', second('Reset', replace('one way', 'another way'))),
  stranger(
    'forced-change-refused',
    '/signin/acme',
    second('Reset', replace('A new one, 8 cranes', 'A new one, 8 cranes')),
  ),
  { name: 'sessions', path: '/sessions' },
  { name: 'switch-role', path: '/switchrole?account=acme&roleName=Auditor&displayName=Audits&color=FAD791' },
  {
    name: 'switch-role-refused',
    path: '/switchrole?account=acme&roleName=Nobodys',
    open: (page) => press(page, 'Switch role'),
  },
  { name: 'aws-login', path: program('asked') },
  {
    name: 'aws-login-code',
    path: program('allowed'),
    open: (page) => press(page, 'Allow'),
  },
  { name: 'aws-login-refused', path: '/v1/authorize?response_type=code', noisy: true },
  { name: 'federation-sign-out', path: '/federation?Action=logout' },
  stranger('federation-refused', '/federation?Action=login&Issuer=&Destination=%2Fconsole&SigninToken=none'),
  stranger('not-found', '/nowhere'),
  {
    ...stranger('misdirected', (world, server) => server.origin.replace('localhost', 'someone.localhost')),
    noisy: true,
  },
  stranger('foreign-form', '/signin', post),
]
