import { createHash, generateKeyPairSync, randomBytes, randomUUID, sign } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'

/**
 * A program that signs in as `aws login` does: it opens an address in the browser, waits on a port of its own for the code, and exchanges that for credentials
 * with proofs of its key.
 */
export async function startProgram(server) {
  const verifier = randomBytes(48).toString('base64url')
  const state = randomUUID()
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  let back
  const calledBack = new Promise((resolve) => (back = resolve))
  const listener = createServer((request, response) => {
    const url = new URL(request.url, 'http://x')
    if (url.pathname === '/oauth/callback') back(Object.fromEntries(url.searchParams))
    response.setHeader('content-type', 'text/html')
    response.end('<!doctype html><title>Done</title><link rel="icon" href="data:,"><p>You can close this page.</p>')
  }).listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const origin = `http://127.0.0.1:${listener.address().port}`
  let clientId, redirectUri
  const token = async (body) => {
    const address = `${server.origin}/v1/token`
    const response = await fetch(address, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        dpop: proof(keys, address, await server.advance('0s')),
      },
      body: JSON.stringify({ clientId, ...body }),
    })
    const answer = await response.json()
    if (!response.ok) throw new Error(`${response.status} ${answer.error}: ${answer.message}`)
    return answer
  }
  return {
    origin,
    state,
    calledBack,
    address: (kind = 'same-device') => {
      clientId = `arn:aws:signin:::devtools/${kind}`
      redirectUri = kind === 'same-device' ? `${origin}/oauth/callback` : `${server.origin}/v1/sessions/confirmation`
      const query = new URLSearchParams({
        response_type: 'code',
        client_id: clientId,
        state,
        code_challenge_method: 'SHA-256',
        scope: 'openid',
        redirect_uri: redirectUri,
        code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      })
      return `${server.origin}/v1/authorize?${query}`
    },
    exchange: (code) =>
      token({
        grantType: 'authorization_code',
        code,
        codeVerifier: verifier,
        redirectUri,
      }),
    refresh: (refreshToken) => token({ grantType: 'refresh_token', refreshToken }),
    stop: () => new Promise((resolve) => (listener.close(resolve), listener.closeAllConnections())),
  }
}

/** RFC 9449. */
function proof({ publicKey, privateKey }, htu, iat) {
  const { kty, crv, x, y } = publicKey.export({ format: 'jwk' })
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const signed = `${part({ typ: 'dpop+jwt', alg: 'ES256', jwk: { kty, crv, x, y } })}.${part({ jti: randomUUID(), htm: 'POST', htu, iat: Math.floor(iat) })}`
  return `${signed}.${sign('sha256', signed, { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`
}
