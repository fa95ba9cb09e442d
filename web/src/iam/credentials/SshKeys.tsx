import {
  DeleteSSHPublicKeyCommand,
  GetSSHPublicKeyCommand,
  paginateListSSHPublicKeys,
  type SSHPublicKeyMetadata,
  UpdateSSHPublicKeyCommand,
  UploadSSHPublicKeyCommand,
} from '@aws-sdk/client-iam'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import { useState } from 'react'
import { iam } from '../../data/iam'
import { all, useLoad } from '../../data/load'
import { when } from '../../text/format'
import { t } from '../../text/text'
import { Copy } from '../../ui/Copy'
import { CredentialTable } from '../../ui/CredentialTable'
import { PanelBody } from '../../ui/Panel'
import { Shown } from '../../ui/Shown'
import { Upload } from './Upload'

/** The SSH public keys of a user. */
export function SshKeys({ user }: { user: string }) {
  const keys = useLoad(
    () => all(paginateListSSHPublicKeys({ client: iam }, { UserName: user }), (page) => page.SSHPublicKeys),
    [user],
  )
  const [uploading, setUploading] = useState(false)
  const [showing, setShowing] = useState<SSHPublicKeyMetadata>()
  const which = (key: SSHPublicKeyMetadata) => ({ UserName: user, SSHPublicKeyId: key.SSHPublicKeyId })
  return (
    <>
      <CredentialTable
        title={t('ssh.panel')}
        description={t('ssh.about')}
        empty={t('ssh.none')}
        list={keys}
        id={(key) => key.SSHPublicKeyId ?? ''}
        active={(key) => key.Status === 'Active'}
        columns={[
          { id: 'id', header: t('ssh.id'), cell: (key) => key.SSHPublicKeyId },
          { id: 'uploaded', header: t('ssh.uploaded'), cell: (key) => when(key.UploadDate) },
        ]}
        setActive={(key, active) =>
          iam.send(new UpdateSSHPublicKeyCommand({ ...which(key), Status: active ? 'Active' : 'Inactive' }))
        }
        remove={(key) => iam.send(new DeleteSSHPublicKeyCommand(which(key)))}
        extras={[{ id: 'show', text: t('ssh.show'), run: setShowing }]}
        actions={<Button onClick={() => setUploading(true)}>{t('ssh.upload')}</Button>}
      />
      {uploading && (
        <Upload
          title={t('ssh.upload')}
          label={t('ssh.body')}
          hint={t('ssh.bodyHint')}
          upload={(body) => iam.send(new UploadSSHPublicKeyCommand({ UserName: user, SSHPublicKeyBody: body }))}
          onClose={() => setUploading(false)}
          onDone={() => {
            setUploading(false)
            keys.reload()
          }}
        />
      )}
      {showing && <ShowKey user={user} id={showing.SSHPublicKeyId ?? ''} onClose={() => setShowing(undefined)} />}
    </>
  )
}

function ShowKey({ user, id, onClose }: { user: string; id: string; onClose: () => void }) {
  const key = useLoad(
    () => iam.send(new GetSSHPublicKeyCommand({ UserName: user, SSHPublicKeyId: id, Encoding: 'SSH' })),
    [user, id],
  )
  const shown = key.value?.SSHPublicKey
  return (
    <Shown title={id} onClose={onClose}>
      <PanelBody loading={key.loading} fault={key.fault}>
        <Box variant="awsui-key-label">{t('ssh.fingerprint')}</Box>
        <Box variant="code">{shown?.Fingerprint}</Box>
        <Box variant="awsui-key-label">{t('ssh.body')}</Box>
        <Copy text={shown?.SSHPublicKeyBody ?? ''} label={t('ssh.body')} />
      </PanelBody>
    </Shown>
  )
}
