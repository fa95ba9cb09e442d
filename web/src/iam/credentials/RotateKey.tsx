import {
  type AccessKey,
  type AccessKeyMetadata,
  CreateAccessKeyCommand,
  UpdateAccessKeyCommand,
} from '@aws-sdk/client-iam'
import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import { useState } from 'react'
import { iam } from '../../data/iam'
import { useAct } from '../../data/load'
import { t } from '../../text/text'
import { ActFault } from '../../ui/ActFault'
import { Confirm } from '../../ui/Confirm'
import { Shown } from '../../ui/Shown'
import { KeySecret } from './KeySecret'

interface Props {
  user: string
  old: AccessKeyMetadata
  /** There is no room for a second key. */
  full: boolean
  onClose: () => void
}

/** The dialog that replaces an access key: a new one first, and the old one made inactive when the person says so. */
export function RotateKey({ user, old, full, onClose }: Props) {
  const id = old.AccessKeyId ?? ''
  const [made, setMade] = useState<AccessKey>()
  const create = useAct(async () => setMade((await iam.send(new CreateAccessKeyCommand({ UserName: user }))).AccessKey))
  const retire = useAct(() =>
    iam.send(new UpdateAccessKeyCommand({ UserName: user, AccessKeyId: id, Status: 'Inactive' })),
  )
  if (!made) {
    return (
      <Confirm
        title={t('keys.rotate.title', { id })}
        button={t('keys.rotate.submit')}
        act={create}
        incomplete={full}
        onClose={onClose}
        onDone={() => {}}
      >
        {full ? <Alert type="warning">{t('keys.rotate.full')}</Alert> : t('keys.rotate.text')}
      </Confirm>
    )
  }
  return (
    <Shown title={t('keys.rotate.title', { id })} onClose={onClose}>
      <KeySecret accessKey={made} />
      <Button loading={retire.busy} onClick={async () => (await retire.run()) && onClose()}>
        {t('keys.rotate.retire', { id })}
      </Button>
      <ActFault fault={retire.fault} />
    </Shown>
  )
}
