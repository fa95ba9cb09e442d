import { door } from './door'

/** A parameter of a request; undefined ones are not sent. */
export type Parameter = string | undefined

/**
 * Calls an operation of a service that has no SDK client, in the Query protocol, and answers the element with its result. A refusal is an Error with the
 * code and the message of the answer, as the SDK's are.
 */
export async function query(
  service: string,
  version: string,
  action: string,
  parameters: Record<string, Parameter>,
): Promise<Element> {
  const answer = read(await queryText(service, version, action, parameters))
  return answer.querySelector(`${action}Result`) ?? answer.documentElement
}

/** Calls an operation like query, and answers the XML as it came: to read a very long one as a document would hold up the page. */
export async function queryText(
  service: string,
  version: string,
  action: string,
  parameters: Record<string, Parameter>,
): Promise<string> {
  const body = new URLSearchParams({ Action: action, Version: version })
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) body.set(name, value)
  const response = await fetch(`${door(service).endpoint}/`, {
    method: 'POST',
    headers: { 'x-console-request': '1' },
    body,
  })
  const text = await response.text()
  if (!response.ok) throw refusal(response, read(text))
  return text
}

function read(text: string): Document {
  return new DOMParser().parseFromString(text, 'text/xml')
}

function refusal(response: Response, answer: Document): Error {
  const text = (name: string) => answer.querySelector(name)?.textContent ?? undefined
  const error = new Error(text('Error > Message') ?? `${response.status} ${response.statusText}`)
  error.name = text('Error > Code') ?? 'Unknown'
  return Object.assign(error, { $metadata: { requestId: text('RequestId') } })
}

/** The text of a member; undefined when the answer has none. */
export function textOf(element: Element, name: string): string | undefined {
  return memberOf(element, name)?.textContent ?? undefined
}

/** The members of a list. */
export function membersOf(element: Element, name: string): Element[] {
  return [...(memberOf(element, name)?.children ?? [])]
}

/** The texts of a list. */
export function textsOf(element: Element, name: string): string[] {
  return membersOf(element, name).map((member) => member.textContent ?? '')
}

/** A member that is a structure; undefined when the answer has none. */
export function memberOf(element: Element | undefined, name: string): Element | undefined {
  return [...(element?.children ?? [])].find((each) => each.localName === name)
}
