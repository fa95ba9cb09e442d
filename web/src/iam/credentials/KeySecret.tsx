import type { AccessKey } from '@aws-sdk/client-iam'
import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { t } from '../../text/text'
import { Copy } from '../../ui/Copy'
import { Secret } from '../../ui/Secret'
import { download } from '../../ui/download'

/** An access key that has just been made, with its secret: to be shown, copied or kept in a file. */
export function KeySecret({ accessKey }: { accessKey: AccessKey }) {
  const { AccessKeyId: id = '', SecretAccessKey: secret = '' } = accessKey
  return (
    <SpaceBetween size="s">
      <Alert type="warning">{t('keys.once')}</Alert>
      <KeyValuePairs
        items={[
          { label: t('keys.id'), value: <Copy text={id} /> },
          { label: t('keys.secret'), value: <Secret text={secret} label={t('keys.secret')} /> },
        ]}
      />
      <Button
        iconName="download"
        onClick={() => download(`${id}.csv`, `Access key ID,Secret access key\r\n${id},${secret}\r\n`, 'text/csv')}
      >
        {t('keys.download')}
      </Button>
    </SpaceBetween>
  )
}
