import {
  DeleteSigningCertificateCommand,
  paginateListSigningCertificates,
  UpdateSigningCertificateCommand,
  UploadSigningCertificateCommand,
} from '@aws-sdk/client-iam'
import Button from '@cloudscape-design/components/button'
import { useState } from 'react'
import { iam } from '../../data/iam'
import { all, useLoad } from '../../data/load'
import { when } from '../../text/format'
import { t } from '../../text/text'
import { CredentialTable } from '../../ui/CredentialTable'
import { Upload } from './Upload'

/** The signing certificates of a user. */
export function Certificates({ user }: { user: string }) {
  const list = useLoad(
    () => all(paginateListSigningCertificates({ client: iam }, { UserName: user }), (page) => page.Certificates),
    [user],
  )
  const [uploading, setUploading] = useState(false)
  return (
    <>
      <CredentialTable
        title={t('certificates.panel')}
        description={t('certificates.about')}
        empty={t('certificates.none')}
        list={list}
        id={(certificate) => certificate.CertificateId ?? ''}
        active={(certificate) => certificate.Status === 'Active'}
        columns={[
          { id: 'id', header: t('certificates.id'), cell: (certificate) => certificate.CertificateId },
          { id: 'uploaded', header: t('ssh.uploaded'), cell: (certificate) => when(certificate.UploadDate) },
        ]}
        setActive={({ CertificateId }, active) =>
          iam.send(
            new UpdateSigningCertificateCommand({
              UserName: user,
              CertificateId,
              Status: active ? 'Active' : 'Inactive',
            }),
          )
        }
        remove={({ CertificateId }) => iam.send(new DeleteSigningCertificateCommand({ UserName: user, CertificateId }))}
        actions={<Button onClick={() => setUploading(true)}>{t('certificates.upload')}</Button>}
      />
      {uploading && (
        <Upload
          title={t('certificates.upload')}
          label={t('certificates.body')}
          hint={t('certificates.bodyHint')}
          upload={(body) => iam.send(new UploadSigningCertificateCommand({ UserName: user, CertificateBody: body }))}
          onClose={() => setUploading(false)}
          onDone={() => {
            setUploading(false)
            list.reload()
          }}
        />
      )}
    </>
  )
}
