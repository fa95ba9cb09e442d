/** A call that was refused or failed, of whichever service: the code and the message that it answered. */
export interface Fault {
  code: string
  message: string
  requestId?: string
  /** Permission was denied: the panel says so, and the rest of the page goes on. */
  denied: boolean
  /** The session is over: the person has to sign in again. */
  ended: boolean
}

const deniedCodes = ['AccessDenied', 'AccessDeniedException', 'UnauthorizedOperation', 'Client.UnauthorizedOperation']
const endedCodes = ['ExpiredToken', 'ExpiredTokenException', 'RequestExpired']

/** Turns whatever a call threw into a Fault, and tells those who wait for it when a session has ended. */
export function faultOf(error: unknown): Fault {
  const fault = describe(error)
  if (fault.ended) window.dispatchEvent(new Event(sessionEnded))
  return fault
}

/** The name of the event of the window by which the end of a session is made known. */
export const sessionEnded = 'cardea:session-ended'

function describe(error: unknown): Fault {
  if (!(error instanceof Error)) return { code: 'Unknown', message: String(error), denied: false, ended: false }
  const answer = error as Error & { Code?: string; $metadata?: { requestId?: string } }
  const code = answer.Code ?? answer.name
  return {
    code,
    message: answer.message,
    requestId: answer.$metadata?.requestId,
    denied: deniedCodes.includes(code),
    ended: endedCodes.includes(code),
  }
}

/** What a message of denial says was asked for: an action and, if it names one, a resource. */
export function deniedAsk(fault: Fault): { action: string; resource?: string } | undefined {
  const action = /perform: ([\w-]+:\w+)/.exec(fault.message)?.[1]
  if (!action) return undefined
  return { action, resource: /on resource: ((?:user|group|role|policy) \S+|\S+)/.exec(fault.message)?.[1] }
}
