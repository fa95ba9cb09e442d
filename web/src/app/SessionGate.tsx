import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Modal from '@cloudscape-design/components/modal'
import Spinner from '@cloudscape-design/components/spinner'
import { type ReactNode, useEffect, useState } from 'react'
import { sessionEnded } from '../data/fault'
import { useLoad } from '../data/load'
import { loadSession, type Session, SessionContext, signInPath } from '../data/session'
import { when } from '../text/format'
import { t } from '../text/text'

/** Lets in who is signed in, and sends others to the sign-in page. When a session ends, the page stays as it is behind a dialog. */
export function SessionGate({ children }: { children: ReactNode }) {
  const session = useLoad(loadSession, [])
  const [ended, setEnded] = useState(false)

  useEffect(() => {
    const end = () => setEnded(true)
    window.addEventListener(sessionEnded, end)
    return () => window.removeEventListener(sessionEnded, end)
  }, [])

  const signedOut = !session.loading && !session.fault && !session.value
  useEffect(() => {
    if (signedOut) location.replace(signInPath(undefined, location.pathname + location.search))
  }, [signedOut])

  if (session.fault) return <Unreachable message={session.fault.message} retry={session.reload} />
  if (!session.value) return <Spinner size="large" />
  return (
    <SessionContext.Provider value={session.value}>
      <EndsSoon session={session.value} />
      {children}
      {ended && (
        <EndedDialog
          account={session.value.account.alias ?? session.value.account.id}
          onSignedIn={() => {
            setEnded(false)
            session.reload()
          }}
        />
      )}
    </SessionContext.Provider>
  )
}

const warning = 5 * 60 * 1000

/** Says in time that the session is about to end, above everything. */
function EndsSoon({ session }: { session: Session }) {
  const [soon, setSoon] = useState(false)
  useEffect(() => {
    setSoon(false)
    const timer = setTimeout(() => setSoon(true), Math.max(0, session.expires.getTime() - Date.now() - warning))
    return () => clearTimeout(timer)
  }, [session.expires])
  if (!soon) return null
  const account = session.account.alias ?? session.account.id
  return (
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

function EndedDialog({ account, onSignedIn }: { account: string; onSignedIn: () => void }) {
  const [still, setStill] = useState(false)
  const check = async () => {
    const session = await loadSession().catch(() => undefined)
    if (session) onSignedIn()
    else setStill(true)
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
