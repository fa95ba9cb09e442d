import { CreateLoginProfileCommand, UpdateLoginProfileCommand } from '@aws-sdk/client-iam'
import Alert from '@cloudscape-design/components/alert'
import { useState } from 'react'
import { useShell } from '../../app/shell'
import { iam } from '../../data/iam'
import { useAct } from '../../data/load'
import { t } from '../../text/text'
import { Confirm } from '../../ui/Confirm'
import { Secret } from '../../ui/Secret'
import { Shown } from '../../ui/Shown'
import { madeUpPassword } from './madeUp'
import { isComplete, PasswordChoice } from './PasswordChoice'

interface Props {
  user: string
  /** The user has a password, which is replaced. */
  exists: boolean
  onClose: () => void
}

/** The dialog in which an administrator gives a user a password. One that was made up is shown once. */
export function SetPassword({ user, exists, onClose }: Props) {
  const { notify } = useShell()
  const [wish, setWish] = useState({ automatic: true, typed: '', reset: false })
  const [shown, setShown] = useState<string>()
  const title = t(exists ? 'password.manage' : 'password.enable')
  const act = useAct(async () => {
    const Password = wish.automatic ? madeUpPassword() : wish.typed
    const input = { UserName: user, Password, PasswordResetRequired: wish.reset }
    await (exists ? iam.send(new UpdateLoginProfileCommand(input)) : iam.send(new CreateLoginProfileCommand(input)))
    if (wish.automatic) setShown(Password)
  })
  const done = () => {
    if (wish.automatic) return
    notify({ type: 'success', content: t('password.changed') })
    onClose()
  }
  if (shown) {
    return (
      <Shown title={title} onClose={onClose}>
        <Alert type="warning">{t('password.generated')}</Alert>
        <Secret text={shown} label={t('create.passwordLabel')} />
      </Shown>
    )
  }
  return (
    <Confirm
      title={title}
      button={t('shared.save')}
      act={act}
      incomplete={!isComplete(wish)}
      onClose={onClose}
      onDone={done}
    >
      <PasswordChoice wish={wish} onChange={setWish} />
    </Confirm>
  )
}
