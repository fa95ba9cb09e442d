import Button from '@cloudscape-design/components/button'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useAct, useLoad } from '../../data/load'
import { t } from '../../text/text'
import { Confirm } from '../../ui/Confirm'
import { Panel, PanelBody } from '../../ui/Panel'
import { Document } from './Document'

interface Props {
  list: () => Promise<string[]>
  /** Answers a document as the API sends it, in percent-encoding. */
  read: (name: string) => Promise<string | undefined>
  remove: (name: string) => Promise<unknown>
}

/** The inline policies of a group or a role, each with its document when it is opened. */
export function InlinePolicies({ list, read, remove }: Props) {
  const policies = useLoad(list, [])
  const [deleting, setDeleting] = useState<string>()
  const act = useAct(async () => deleting && remove(deleting))
  const names = policies.value ?? []
  return (
    <Panel
      title={t('group.inline')}
      counter={policies.value && `(${names.length})`}
      loading={policies.loading && !policies.value}
      fault={policies.fault}
      reload={policies.reload}
    >
      {names.length === 0 && t('table.none')}
      {names.map((name) => (
        <InlinePolicy key={name} name={name} read={read} onDelete={() => setDeleting(name)} />
      ))}
      {deleting && (
        <Confirm
          title={t('group.inline.delete.title', { name: deleting })}
          button={t('shared.delete')}
          act={act}
          onClose={() => setDeleting(undefined)}
          onDone={() => {
            setDeleting(undefined)
            policies.reload()
          }}
        >
          {t('policyPage.detach.text')}
        </Confirm>
      )}
    </Panel>
  )
}

function InlinePolicy({ name, read, onDelete }: { name: string; read: Props['read']; onDelete: () => void }) {
  const [open, setOpen] = useState(false)
  return (
    <ExpandableSection headerText={name} expanded={open} onChange={({ detail }) => setOpen(detail.expanded)}>
      {open && (
        <SpaceBetween size="s">
          <LoadedDocument read={() => read(name)} />
          <Button onClick={onDelete} ariaLabel={`${t('group.inline.delete')} ${name}`}>
            {t('group.inline.delete')}
          </Button>
        </SpaceBetween>
      )}
    </ExpandableSection>
  )
}

function LoadedDocument({ read }: { read: () => Promise<string | undefined> }) {
  const document = useLoad(read, [])
  return (
    <PanelBody loading={document.loading && !document.value} fault={document.fault} reload={document.reload}>
      <Document text={decodeURIComponent(document.value ?? '')} />
    </PanelBody>
  )
}
