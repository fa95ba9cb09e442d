import ButtonDropdown from '@cloudscape-design/components/button-dropdown'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { type ReactNode, useState } from 'react'
import { type Loaded, useAct } from '../data/load'
import { t } from '../text/text'
import { Confirm } from './Confirm'
import { Panel } from './Panel'
import { Rows } from './Rows'
import { ActFault } from './ActFault'

/** One more thing that can be done with a credential. */
interface Extra<T> {
  id: string
  text: string
  run: (item: T) => void
}

interface Props<T> {
  title: string
  description: string
  empty: string
  list: Loaded<T[]>
  id: (item: T) => string
  active: (item: T) => boolean
  columns: { id: string; header: string; cell: (item: T) => ReactNode }[]
  setActive: (item: T, active: boolean) => Promise<unknown>
  remove: (item: T) => Promise<unknown>
  removeText?: string
  extras?: Extra<T>[]
  actions: ReactNode
}

/** A panel of credentials of one sort. Every sort can be listed, made inactive and active again, and deleted. */
export function CredentialTable<T>(props: Props<T>) {
  const { list, id, active, extras = [] } = props
  const [deleting, setDeleting] = useState<T>()
  const toggle = useAct(async (item: T) => {
    await props.setActive(item, !active(item))
    list.reload()
  })
  const remove = useAct(async () => deleting && (await props.remove(deleting)))
  const follow = (action: string, item: T) => {
    if (action === 'toggle') void toggle.run(item)
    else if (action === 'delete') setDeleting(item)
    else extras.find((extra) => extra.id === action)?.run(item)
  }
  return (
    <Panel
      title={props.title}
      description={props.description}
      counter={list.value && `(${list.value.length})`}
      loading={list.loading && !list.value}
      fault={list.fault}
      reload={list.reload}
      actions={props.actions}
    >
      <ActFault fault={toggle.fault} />
      <Rows
        label={props.title}
        items={list.value ?? []}
        id={id}
        empty={props.empty}
        columns={[
          ...props.columns,
          { id: 'status', header: t('shared.status'), cell: (item) => <Status active={active(item)} /> },
          {
            id: 'actions',
            header: t('shared.actions'),
            cell: (item) => (
              <ButtonDropdown
                variant="inline-icon"
                ariaLabel={t('credential.actions', { id: id(item) })}
                expandToViewport
                items={[
                  { id: 'toggle', text: t(active(item) ? 'keys.deactivate' : 'keys.activate') },
                  ...extras.map((extra) => ({ id: extra.id, text: extra.text })),
                  { id: 'delete', text: t('shared.delete') },
                ]}
                onItemClick={({ detail }) => follow(detail.id, item)}
              />
            ),
          },
        ]}
      />
      {deleting && (
        <Confirm
          title={t('credential.delete.title', { id: id(deleting) })}
          button={t('shared.delete')}
          act={remove}
          onClose={() => setDeleting(undefined)}
          onDone={() => {
            setDeleting(undefined)
            list.reload()
          }}
        >
          {props.removeText ?? t('credential.delete.text')}
        </Confirm>
      )}
    </Panel>
  )
}

function Status({ active }: { active: boolean }) {
  return (
    <StatusIndicator type={active ? 'success' : 'stopped'}>
      {t(active ? 'shared.active' : 'shared.inactive')}
    </StatusIndicator>
  )
}
