import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { t } from '../../text/text'
import { JsonEditor } from './JsonEditor'

/** A policy document to read and to copy. */
export function Document({ text }: { text: string }) {
  return (
    <SpaceBetween size="s">
      <CopyToClipboard
        copyButtonText={t('policyPage.copy')}
        copySuccessText={t('shared.copied')}
        copyErrorText={t('shared.copyFailed')}
        textToCopy={text}
      />
      <JsonEditor value={text} />
    </SpaceBetween>
  )
}
