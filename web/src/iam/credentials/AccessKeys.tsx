import {
  type AccessKeyMetadata,
  DeleteAccessKeyCommand,
  GetAccessKeyLastUsedCommand,
  paginateListAccessKeys,
  UpdateAccessKeyCommand,
} from '@aws-sdk/client-iam'
import Button from '@cloudscape-design/components/button'
import { useState } from 'react'
import { iam } from '../../data/iam'
import { all, useLoad } from '../../data/load'
import { daysAgo, when } from '../../text/format'
import { t } from '../../text/text'
import { CredentialTable } from '../../ui/CredentialTable'
import { CreateKey } from './CreateKey'
import { RotateKey } from './RotateKey'

/** The access keys of a user. */
export function AccessKeys({ user }: { user: string }) {
  const keys = useLoad(
    () => all(paginateListAccessKeys({ client: iam }, { UserName: user }), (page) => page.AccessKeyMetadata),
    [user],
  )
  const [creating, setCreating] = useState(false)
  const [rotating, setRotating] = useState<AccessKeyMetadata>()
  const close = () => {
    setCreating(false)
    setRotating(undefined)
    keys.reload()
  }
  return (
    <>
      <CredentialTable
        title={t('keys.panel')}
        description={t('keys.about')}
        empty={t('keys.none')}
        list={keys}
        id={(key) => key.AccessKeyId ?? ''}
        active={(key) => key.Status === 'Active'}
        columns={[
          { id: 'id', header: t('keys.id'), cell: (key) => key.AccessKeyId },
          { id: 'age', header: t('keys.age'), cell: (key) => daysAgo(key.CreateDate) },
          { id: 'used', header: t('keys.lastUsed'), cell: (key) => <LastUsed id={key.AccessKeyId ?? ''} /> },
        ]}
        setActive={(key, active) =>
          iam.send(
            new UpdateAccessKeyCommand({
              UserName: user,
              AccessKeyId: key.AccessKeyId,
              Status: active ? 'Active' : 'Inactive',
            }),
          )
        }
        remove={(key) => iam.send(new DeleteAccessKeyCommand({ UserName: user, AccessKeyId: key.AccessKeyId }))}
        removeText={t('keys.delete.text')}
        extras={[{ id: 'rotate', text: t('keys.rotate'), run: setRotating }]}
        actions={<Button onClick={() => setCreating(true)}>{t('keys.create')}</Button>}
      />
      {creating && <CreateKey user={user} onClose={close} />}
      {rotating && <RotateKey user={user} old={rotating} full={(keys.value?.length ?? 0) > 1} onClose={close} />}
    </>
  )
}

/** When a key was last used, and for what; the row goes on without it where that may not be asked. */
function LastUsed({ id }: { id: string }) {
  const used = useLoad(() => iam.send(new GetAccessKeyLastUsedCommand({ AccessKeyId: id })), [id])
  const last = used.value?.AccessKeyLastUsed
  if (used.fault) return <>{t('users.mfa.hidden')}</>
  if (!last) return <>…</>
  if (!last.LastUsedDate) return <>{t('keys.neverUsed')}</>
  return (
    <>
      {t('keys.lastUsedWith', {
        when: when(last.LastUsedDate),
        service: last.ServiceName ?? '',
        region: last.Region ?? '',
      })}
    </>
  )
}
