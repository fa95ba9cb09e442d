import { query, textOf } from './query'

/** The operations of the service signin, which AWS has no public API for. */
const call = (action: string, parameters: Record<string, string>) => query('signin', '2026-01-01', action, parameters)

/** Registers a security key for a user. The server makes the challenge, the browser asks for the key, the server checks its answer. */
export async function registerPasskey(user: string): Promise<void> {
  const begun = await call('BeginPasskeyRegistration', { UserName: user })
  const options = PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(textOf(begun, 'Options') ?? '{}'))
  const credential = (await navigator.credentials.create({ publicKey: options })) as PublicKeyCredential
  await call('FinishPasskeyRegistration', { UserName: user, Credential: JSON.stringify(credential.toJSON()) })
}
