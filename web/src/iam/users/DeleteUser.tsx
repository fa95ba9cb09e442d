import { useShell } from '../../app/shell'
import { useAct } from '../../data/load'
import { useSession } from '../../data/session'
import { t } from '../../text/text'
import { Confirm } from '../../ui/Confirm'
import Alert from '@cloudscape-design/components/alert'
import { deleteUser } from './deletion'

/** The dialog in which a user is deleted, with all that hangs on them. */
export function DeleteUser({ name, onDone, onClose }: { name: string; onDone: () => void; onClose: () => void }) {
  const { notify } = useShell()
  const session = useSession()
  const act = useAct(() => deleteUser(name))
  return (
    <Confirm
      title={t('deleteUser.title', { name })}
      button={t('users.delete')}
      typeName={name}
      act={act}
      onClose={onClose}
      onDone={() => {
        notify({ type: 'success', content: t('deleteUser.done', { name }) })
        onDone()
      }}
    >
      {t('deleteUser.text')}
      {session.kind === 'user' && session.name === name && <Alert type="warning">{t('deleteUser.self')}</Alert>}
    </Confirm>
  )
}
