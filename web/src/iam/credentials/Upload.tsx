import FormField from '@cloudscape-design/components/form-field'
import Textarea from '@cloudscape-design/components/textarea'
import { useState } from 'react'
import { useAct } from '../../data/load'
import { Confirm } from '../../ui/Confirm'

interface Props {
  title: string
  label: string
  hint: string
  upload: (body: string) => Promise<unknown>
  onClose: () => void
  onDone: () => void
}

/** The dialog in which a key or a certificate is pasted and uploaded. */
export function Upload({ title, label, hint, upload, onClose, onDone }: Props) {
  const [body, setBody] = useState('')
  const act = useAct(() => upload(body))
  return (
    <Confirm title={title} button={title} act={act} incomplete={!body.trim()} onClose={onClose} onDone={onDone}>
      <FormField label={label} description={hint} stretch>
        <Textarea
          value={body}
          rows={8}
          spellcheck={false}
          autoComplete={false}
          onChange={({ detail }) => setBody(detail.value)}
        />
      </FormField>
    </Confirm>
  )
}
