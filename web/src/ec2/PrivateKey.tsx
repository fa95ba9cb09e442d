import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import { t } from '../text/text'
import { download } from '../ui/download'
import { Secret } from '../ui/Secret'
import { Shown } from '../ui/Shown'

/** A key pair that was just made. */
export interface FreshKey {
  name: string
  /** The private key, in PEM. */
  material: string
}

/** The private key of a new key pair, which the server has kept nowhere: to be saved now. */
export function PrivateKey({ fresh, onClose }: { fresh: FreshKey; onClose: () => void }) {
  return (
    <Shown title={t('keyPairs.once.title', { name: fresh.name })} onClose={onClose}>
      <Alert type="warning">{t('keyPairs.once')}</Alert>
      <Button
        iconName="download"
        onClick={() => download(`${fresh.name}.pem`, fresh.material, 'application/x-pem-file')}
      >
        {t('keyPairs.download')}
      </Button>
      <Secret text={fresh.material} label={t('keyPairs.private')} />
    </Shown>
  )
}
