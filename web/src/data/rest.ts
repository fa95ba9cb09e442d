import { door } from './door'

/**
 * Calls an operation of a service in the REST-JSON protocol, without a client of the SDK, and answers its object. A refusal is an Error with the code and the
 * message of the answer, as the SDK's are.
 */
export async function post<T>(service: string, path: string, input: object): Promise<T> {
  const response = await fetch(door(service).endpoint + path, {
    method: 'POST',
    headers: { 'x-console-request': '1', 'content-type': 'application/json' },
    body: JSON.stringify(input),
  })
  const answer = await response.json().catch(() => undefined)
  if (response.ok) return answer
  const error = new Error(answer?.message ?? `${response.status} ${response.statusText}`)
  error.name = response.headers.get('x-amzn-errortype') ?? 'Unknown'
  throw Object.assign(error, { $metadata: { requestId: response.headers.get('x-amzn-requestid') ?? undefined } })
}
