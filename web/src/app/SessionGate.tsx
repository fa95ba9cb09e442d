import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Modal from '@cloudscape-design/components/modal'
import Spinner from '@cloudscape-design/components/spinner'
import { Fragment, type ReactNode, useCallback, useEffect, useState } from 'react'
import { sessionEnded } from '../data/fault'
import { useLoad } from '../data/load'
import { loadSession, type Session, sessionChanged, SessionContext, signInPath } from '../data/session'
import { when } from '../text/format'
import { t } from '../text/text'

/** Lets in who is signed in, and sends others to the sign-in page. When a session ends, the page stays as it is behind a dialog. */
export function SessionGate({ children }: { children: ReactNode }) {
  const opened = useLoad(loadSession, [])
  const [latest, setLatest] = useState<Session>()
  const [ended, setEnded] = useState(false)
  const session = latest ?? opened.value

  /** Asks who is signed in now, which another tab may have changed, and answers whether anybody is. */
  const look = useCallback(async () => {
    const found = await loadSession()
    if (found) setLatest(found)
    setEnded(!found)
    return found !== undefined
  }, [])

  useEffect(() => {
    const end = () => setEnded(true)
    window.addEventListener(sessionEnded, end)
    return () => window.removeEventListener(sessionEnded, end)
  }, [])

  useEffect(() => {
    const changed = () => void look().catch(() => {})
    window.addEventListener(sessionChanged, changed)
    return () => window.removeEventListener(sessionChanged, changed)
  }, [look])

  const signedOut = !opened.loading && !opened.fault && !opened.value
  useEffect(() => {
    if (signedOut) location.replace(signInPath(undefined, location.pathname + location.search))
  }, [signedOut])

  if (opened.fault) return <Unreachable message={opened.fault.message} retry={opened.reload} />
  if (!session) return <Spinner size="large" />
  return (
    <SessionContext.Provider value={session}>
      <EndsSoon session={session} look={look} />
      {/* What one person has loaded and typed is not for another who has signed in since. */}
      <Fragment key={session.arn}>{children}</Fragment>
      {ended && <EndedDialog account={session.account.alias ?? session.account.id} look={look} />}
    </SessionContext.Provider>
  )
}

const warning = 5 * 60 * 1000

/** Says in time that the session is about to end, above everything: unless one has signed in again in another tab by then. */
function EndsSoon({ session, look }: { session: Session; look: () => Promise<boolean> }) {
  const expires = session.expires.getTime()
  const [warned, setWarned] = useState<number>()

  useEffect(() => {
    // A server that cannot be reached says nothing about the session.
    const ask = () => look().catch(() => {})
    const warn = () => ask().then(() => setWarned(expires))
    const timer = setTimeout(warn, Math.max(0, expires - Date.now() - warning))
    const back = () => document.visibilityState === 'visible' && void ask()
    window.addEventListener('focus', back)
    document.addEventListener('visibilitychange', back)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('focus', back)
      document.removeEventListener('visibilitychange', back)
    }
  }, [expires, look])

  if (warned !== expires) return null
  const account = session.account.alias ?? session.account.id
  return (
    <div role="alert">
      <Alert
        type="warning"
        action={
          <Button href={signInPath(account, '/console')} target="_blank">
            {t('nav.signInAgain')}
          </Button>
        }
      >
        {t('session.ends', { time: when(session.expires) })}
      </Alert>
    </div>
  )
}

function Unreachable({ message, retry }: { message: string; retry: () => void }) {
  return (
    <main>
      <Alert
        type="error"
        header={t('session.unreachable')}
        action={<Button onClick={retry}>{t('shared.retry')}</Button>}
      >
        {t('session.unreachableText')} <Box variant="small">{message}</Box>
      </Alert>
    </main>
  )
}

function EndedDialog({ account, look }: { account: string; look: () => Promise<boolean> }) {
  const [still, setStill] = useState(false)
  const check = async () => {
    if (!(await look().catch(() => false))) setStill(true)
  }
  return (
    <Modal
      visible
      header={t('session.ended')}
      closeAriaLabel={t('shared.close')}
      onDismiss={check}
      footer={
        <Box float="right">
          <Button variant="link" onClick={check}>
            {t('session.continue')}
          </Button>
          <Button variant="primary" href={signInPath(account, '/console')} target="_blank">
            {t('nav.signInAgain')}
          </Button>
        </Box>
      }
    >
      {t('session.endedText')}
      {still && (
        <Box color="text-status-error" margin={{ top: 's' }}>
          <span role="alert">{t('session.still')}</span>
        </Box>
      )}
    </Modal>
  )
}
