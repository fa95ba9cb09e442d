import Button from '@cloudscape-design/components/button'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import { useState } from 'react'
import { useLoad } from '../data/load'
import { t } from '../text/text'
import { Panel } from './Panel'
import { type TagActions, TagsDialog } from './TagsDialog'
import type { Tag } from './TagsEditor'

interface Props extends TagActions {
  empty: string
  list: () => Promise<Tag[]>
  /** What to say in place of the usual sentence when permission is denied. */
  denied?: string
}

/** The tags of anything, and a dialog to change them. */
export function TagsPanel({ empty, list, denied, put, remove }: Props) {
  const tags = useLoad(list, [])
  const [editing, setEditing] = useState(false)
  const shown = tags.value ?? []
  return (
    <Panel
      title={t('user.tab.tags')}
      counter={tags.value && `(${shown.length})`}
      loading={tags.loading && !tags.value}
      fault={tags.fault}
      denied={denied}
      reload={tags.reload}
      actions={<Button onClick={() => setEditing(true)}>{t('user.tags.manage')}</Button>}
    >
      {shown.length === 0 ? (
        empty
      ) : (
        <KeyValuePairs columns={3} items={shown.map((tag) => ({ label: tag.Key ?? '', value: tag.Value || '-' }))} />
      )}
      {editing && (
        <TagsDialog
          before={shown}
          empty={empty}
          put={put}
          remove={remove}
          onClose={() => setEditing(false)}
          onDone={() => {
            setEditing(false)
            tags.reload()
          }}
        />
      )}
    </Panel>
  )
}
