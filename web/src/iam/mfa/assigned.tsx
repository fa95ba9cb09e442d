import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useShell } from '../../app/shell'
import { signOut } from '../../app/signOut'
import { useSession } from '../../data/session'
import { t } from '../../text/text'
import type { Kind } from './device'

/** Announces that a device was assigned. To its own user it also says that this session is still one without MFA, and offers to sign in again. */
export function useAssigned(user?: string): (kind: Kind) => void {
  const { notify } = useShell()
  const session = useSession()
  const isOwn = user ? session.kind === 'user' && session.name === user : session.kind === 'root'
  const own = isOwn && !session.mfa
  return (kind) =>
    notify({
      type: 'success',
      content: (
        <SpaceBetween size="xxs">
          <span>{t(`mfa.assigned.${kind}`)}</span>
          {own && <span>{t('mfa.stillWithout')}</span>}
        </SpaceBetween>
      ),
      action: own && (
        <Button onClick={() => signOut(location.pathname + location.search)}>{t('mfa.signInAgain')}</Button>
      ),
    })
}
