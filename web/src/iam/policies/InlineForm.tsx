import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { type ReactNode, useState } from 'react'
import { useNavigate } from 'react-router'
import { useShell } from '../../app/shell'
import { blocks } from '../../data/findings'
import { inline } from '../../data/inline'
import { useAct } from '../../data/load'
import { t } from '../../text/text'
import { ActFault } from '../../ui/ActFault'
import { RouteButton } from '../../ui/RouteButton'
import { DocumentEditor } from './DocumentEditor'
import type { Entity } from './entity'
import { holderPage } from './inline'
import { Summary } from './Summary'
import { useFindings } from './useFindings'

interface Props {
  holder: Entity
  policy: string
  before: string
  /** Whether the document is in force already, and so has something to be summarized before it is touched. */
  stored?: boolean
  first: 'visual' | 'json'
  save: string
  /** Whether everything else of the form may be saved. It is asked when the button is pressed. */
  ready?: () => boolean
  children?: ReactNode
}

/** The document of an inline policy, and the button that puts it. It is put only when the validator finds no error. */
export function InlineForm({ holder, policy, before, stored, first, save, ready = () => true, children }: Props) {
  const [text, setText] = useState(before)
  const findings = useFindings(text === before ? undefined : text)
  const broken = findings.value?.some(blocks)
  const sound = text === before ? stored : !findings.loading && findings.value && !broken
  const navigate = useNavigate()
  const { notify } = useShell()
  const put = useAct(() => inline[holder.kind].put(holder.name, policy, text))
  const submit = async () => {
    if (!ready() || !(await put.run())) return
    notify({ type: 'success', content: t('inline.saved', { name: policy }) })
    navigate(holderPage(holder))
  }
  return (
    <SpaceBetween size="l">
      {children}
      <DocumentEditor text={text} onChange={setText} findings={text === before ? undefined : findings} first={first} />
      {sound && <Summary document={text} />}
      <ActFault fault={put.fault} />
      <Box float="right">
        <SpaceBetween size="xs" direction="horizontal">
          <RouteButton variant="link" to={holderPage(holder)}>
            {t('shared.cancel')}
          </RouteButton>
          <Button variant="primary" onClick={submit} loading={put.busy} disabled={broken}>
            {save}
          </Button>
        </SpaceBetween>
      </Box>
    </SpaceBetween>
  )
}
