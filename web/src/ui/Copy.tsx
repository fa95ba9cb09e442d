import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard'
import { t } from '../text/text'

/** A value with a button that copies it. */
export function Copy({ text, label }: { text: string; label?: string }) {
  return (
    <CopyToClipboard
      variant="inline"
      textToCopy={text}
      copyButtonAriaLabel={`${t('shared.copy')} ${label ?? text}`}
      copySuccessText={t('shared.copied')}
      copyErrorText={t('shared.copyFailed')}
    />
  )
}
