import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useEffect, useState } from 'react'
import { t } from '../../text/text'
import { Copy } from '../../ui/Copy'
import type { Seed } from './seed'
import './seed.css'

/** The secret of a device, as a picture and as text, both hidden until they are asked for. */
export function SeedShow({ seed, name }: { seed: Seed; name: string }) {
  const [qr, setQr] = useState(false)
  const [secret, setSecret] = useState(false)
  return (
    <SpaceBetween size="xs">
      <SpaceBetween size="xs" direction="horizontal">
        <Button onClick={() => setQr(!qr)}>{t(qr ? 'mfa.hideQr' : 'mfa.showQr')}</Button>
        <Button onClick={() => setSecret(!secret)}>{t(secret ? 'mfa.hideSecret' : 'mfa.showSecret')}</Button>
      </SpaceBetween>
      {qr && <Picture png={seed.png} alt={t('mfa.qrAlt', { name })} />}
      {secret && (
        <div className="seed-secret">
          <Copy text={seed.secret} label={t('mfa.secret')} />
        </div>
      )}
    </SpaceBetween>
  )
}

/** The PNG as the server made it, at its own size and on white, so that a camera reads it in dark mode as well. */
function Picture({ png, alt }: { png: Blob; alt: string }) {
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    const reader = new FileReader() // the page's rules allow pictures of data: addresses, and none of blob:
    reader.onload = () => setUrl(String(reader.result))
    reader.readAsDataURL(png)
    return () => reader.abort()
  }, [png])
  return url ? <img className="seed-picture" src={url} alt={alt} /> : null
}
