/** Registers a security key for a user, or for the root user who is signed in, without a name. The server makes the challenge, the browser asks for the key, the server checks its answer. */
export async function registerPasskey(user?: string): Promise<void> {
  const options = await ask('begin', { userName: user })
  const key = await navigator.credentials.create({
    publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options),
  })
  await ask('finish', { userName: user, response: (key as PublicKeyCredential).toJSON() })
}

/** Asks one of the two steps. A refusal is an Error with the code and the message of the answer, as the SDK's are. */
async function ask(step: 'begin' | 'finish', body: object) {
  const response = await fetch(`/console/passkey/${step}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-console-request': '1' },
    body: JSON.stringify(body),
  })
  const answer = await response.json()
  if (response.ok) return answer
  throw Object.assign(new Error(answer.message), { name: answer.code })
}
