import { createContext, useContext } from 'react'

/** Who is signed in, as the server tells it at /console/session. */
export interface Session {
  account: { id: string; alias?: string }
  kind: 'user' | 'root' | 'role' | 'federated'
  arn: string
  /** The user's name; for a role or a federated user, the name of the session. */
  name: string
  /** Nobody has signed in here: the session was opened with credentials that were handed over. */
  federated?: boolean
  mfa: boolean
  expires: Date
  /** When the user's password expires, if that is soon. */
  passwordExpires?: Date
  /** Where users of the account sign in. */
  signInUrl: string
  /** The role that was switched to, as the person named it. */
  role?: { displayName: string; color?: string }
  regions: string[]
}

/** Asks who is signed in; undefined when nobody is. Throws when the server cannot be reached. */
export async function loadSession(): Promise<Session | undefined> {
  const response = await fetch('/console/session', { headers: { 'x-console-request': '1' } })
  if (response.status === 401 || response.status === 403) return undefined
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`)
  const session = await response.json()
  const { passwordExpires } = session
  return {
    ...session,
    expires: new Date(session.expires),
    passwordExpires: passwordExpires && new Date(passwordExpires),
  }
}

/** The name of the event of the window after which the session is asked for anew: what it says of the account has been changed. */
export const sessionChanged = 'cardea:session-changed'

export const SessionContext = createContext<Session | undefined>(undefined)

/** The session that the pages stand in. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession outside of a session')
  return session
}

/** Where to sign in to an account, and then come back to a path of this origin. */
export function signInPath(account: string | undefined, back: string): string {
  return `/signin${account ? `/${account}` : ''}?return=${encodeURIComponent(back)}`
}
