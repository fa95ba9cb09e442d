import Button from '@cloudscape-design/components/button'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { type ReactNode, useState } from 'react'
import { inline } from '../../data/inline'
import { useAct, useLoad } from '../../data/load'
import { t } from '../../text/text'
import { Confirm } from '../../ui/Confirm'
import { Panel, PanelBody } from '../../ui/Panel'
import { RouteButton } from '../../ui/RouteButton'
import { inlinePath, newInlinePath } from '../paths'
import { Document } from './Document'
import { type Entity, entityPaths } from './entity'

/** The inline policies of a user, group or role, each with its document when it is opened. */
export function InlinePolicies({ kind, name: holder }: Entity) {
  const policies = useLoad(() => inline[kind].list(holder), [kind, holder])
  const [deleting, setDeleting] = useState<string>()
  const act = useAct(async () => deleting && inline[kind].remove(holder, deleting))
  const names = policies.value ?? []
  const page = entityPaths[kind](holder)
  return (
    <Panel
      title={t('inline.title')}
      counter={policies.value && `(${names.length})`}
      loading={policies.loading && !policies.value}
      fault={policies.fault}
      reload={policies.reload}
      actions={<RouteButton to={newInlinePath(page)}>{t('inline.create')}</RouteButton>}
    >
      {names.length === 0 && t('table.none')}
      {names.map((name) => (
        <InlinePolicy key={name} name={name}>
          <LoadedDocument read={() => inline[kind].read(holder, name)} />
          <SpaceBetween size="xs" direction="horizontal">
            <RouteButton to={inlinePath(page, name)} ariaLabel={`${t('inline.edit')} ${name}`}>
              {t('inline.edit')}
            </RouteButton>
            <Button onClick={() => setDeleting(name)} ariaLabel={`${t('inline.delete')} ${name}`}>
              {t('inline.delete')}
            </Button>
          </SpaceBetween>
        </InlinePolicy>
      ))}
      {deleting && (
        <Confirm
          title={t('inline.delete.title', { name: deleting })}
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

function InlinePolicy({ name, children }: { name: string; children: ReactNode }) {
  const [open, setOpen] = useState(false)
  return (
    <ExpandableSection headerText={name} expanded={open} onChange={({ detail }) => setOpen(detail.expanded)}>
      {open && <SpaceBetween size="s">{children}</SpaceBetween>}
    </ExpandableSection>
  )
}

function LoadedDocument({ read }: { read: () => Promise<string> }) {
  const document = useLoad(read, [])
  return (
    <PanelBody loading={document.loading && !document.value} fault={document.fault} reload={document.reload}>
      <Document text={document.value ?? ''} />
    </PanelBody>
  )
}
