import Box from '@cloudscape-design/components/box'
import Spinner from '@cloudscape-design/components/spinner'
import type { Ace } from 'ace-builds'
import { useEffect, useRef, useState } from 'react'
import type { Finding } from '../../data/findings'
import { useSession } from '../../data/session'
import { t } from '../../text/text'
import './editor.css'

interface Props {
  value: string
  onChange?: (text: string) => void
  findings?: Finding[]
}

/** The text of a policy, with colours, completion and a mark at the line of each finding. Without onChange it can be read only. */
export function JsonEditor({ value, onChange, findings = [] }: Props) {
  const host = useRef<HTMLDivElement>(null)
  const account = useSession().account.id
  const [editor, setEditor] = useState<Ace.Editor>()
  const change = useRef(onChange)
  change.current = onChange

  useEffect(() => {
    let made: Ace.Editor | undefined
    let gone = false
    void import('./ace').then(({ openEditor }) => {
      if (gone || !host.current) return
      made = openEditor(host.current, t('policy.json.label'), account, !change.current)
      setEditor(made)
    })
    return () => {
      gone = true
      made?.destroy()
    }
  }, [])

  const filling = useRef(false)
  useEffect(() => {
    if (!editor || editor.getValue() === value) return
    filling.current = true
    editor.session.setValue(value)
    filling.current = false
  }, [editor, value])

  useEffect(() => {
    if (!editor) return
    const tell = () => filling.current || change.current?.(editor.getValue())
    editor.on('change', tell)
    return () => editor.off('change', tell)
  }, [editor])

  useEffect(() => {
    editor?.session.setAnnotations(findings.flatMap(annotation))
  }, [editor, findings])

  return (
    <>
      <div className="policy-editor">
        {!editor && (
          <div role="status" aria-label={t('editor.loading')}>
            <Spinner size="large" />
          </div>
        )}
        <div ref={host} className="policy-editor-text" />
      </div>
      {onChange && <Box variant="small">{t('editor.keys')}</Box>}
    </>
  )
}

function annotation(finding: Finding): Ace.Annotation[] {
  const type = finding.type === 'ERROR' ? 'error' : finding.type === 'SUGGESTION' ? 'info' : 'warning'
  return finding.places.map(({ line, column }) => ({ row: line - 1, column, text: finding.details, type }))
}
