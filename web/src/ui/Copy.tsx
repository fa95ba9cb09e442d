import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard'
import { t } from '../text/text'
import { Breakable } from './Breakable'
import './copy.css'

/** A value with a button that copies it. */
export function Copy({ text, label }: { text: string; label?: string }) {
  return (
    <span className="copy">
      <CopyToClipboard
        variant="inline"
        textToCopy={text}
        textToDisplay=""
        copyButtonAriaLabel={`${t('shared.copy')} ${label ?? text}`}
        copySuccessText={t('shared.copied')}
        copyErrorText={t('shared.copyFailed')}
      />
      <span>
        <Breakable text={text} />
      </span>
    </span>
  )
}
