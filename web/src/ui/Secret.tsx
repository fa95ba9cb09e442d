import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { t } from '../text/text'

/** A secret that is hidden until it is asked for, and can be copied without being shown. */
export function Secret({ text, label }: { text: string; label: string }) {
  const [shown, setShown] = useState(false)
  return (
    <SpaceBetween size="xs" direction="horizontal" alignItems="center">
      {shown ? <Box variant="code">{text}</Box> : <span aria-hidden="true">••••••••••••</span>}
      <Button
        variant="inline-link"
        onClick={() => setShown(!shown)}
        ariaLabel={`${t(shown ? 'shared.hide' : 'shared.show')} ${label}`}
      >
        {t(shown ? 'shared.hide' : 'shared.show')}
      </Button>
      <CopyToClipboard
        variant="icon"
        textToCopy={text}
        copyButtonAriaLabel={`${t('shared.copy')} ${label}`}
        copySuccessText={t('shared.copied')}
        copyErrorText={t('shared.copyFailed')}
      />
    </SpaceBetween>
  )
}
