import { door } from './door'

/**
 * Calls an operation of a service that has no SDK client, in the JSON protocol: the target names it, such as DynamoDB_20120810.ListTables. A refusal is an
 * Error with the code and the message of the answer, as the SDK's are.
 */
export async function json<Answer>(service: string, target: string, input: object): Promise<Answer> {
  const response = await fetch(`${door(service).endpoint}/`, {
    method: 'POST',
    headers: { 'x-console-request': '1', 'x-amz-target': target, 'content-type': 'application/x-amz-json-1.1' },
    body: JSON.stringify(input),
  })
  const answer = await response.json()
  if (!response.ok) throw refusal(response, answer)
  return answer
}

function refusal(response: Response, answer: { __type?: string; message?: string }): Error {
  const error = new Error(answer.message ?? `${response.status} ${response.statusText}`)
  error.name = answer.__type?.replace(/^.*#/, '') ?? 'Unknown'
  return Object.assign(error, {
    $metadata: { requestId: response.headers.get('x-amzn-requestid') ?? undefined },
  })
}
