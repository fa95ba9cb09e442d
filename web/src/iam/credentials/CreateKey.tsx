import { type AccessKey, CreateAccessKeyCommand } from '@aws-sdk/client-iam'
import { useState } from 'react'
import { iam } from '../../data/iam'
import { useAct } from '../../data/load'
import { t } from '../../text/text'
import { Confirm } from '../../ui/Confirm'
import { Shown } from '../../ui/Shown'
import { KeySecret } from './KeySecret'

/** The dialog in which an access key is made. Its secret is shown in the same dialog, once. */
export function CreateKey({ user, onClose }: { user: string; onClose: () => void }) {
  const [made, setMade] = useState<AccessKey>()
  const act = useAct(async () => setMade((await iam.send(new CreateAccessKeyCommand({ UserName: user }))).AccessKey))
  if (made) {
    return (
      <Shown title={t('keys.created')} onClose={onClose}>
        <KeySecret accessKey={made} />
      </Shown>
    )
  }
  return (
    <Confirm title={t('keys.create')} button={t('keys.create')} act={act} onClose={onClose} onDone={() => {}}>
      {t('keys.once')}
    </Confirm>
  )
}
