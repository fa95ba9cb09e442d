import AttributeEditor from '@cloudscape-design/components/attribute-editor'
import Button from '@cloudscape-design/components/button'
import Input from '@cloudscape-design/components/input'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import { useState } from 'react'
import { useAct, useLoad } from '../data/load'
import { t } from '../text/text'
import { Confirm } from './Confirm'
import { Panel } from './Panel'

/** A tag as IAM and EC2 both have it. */
export interface Tag {
  Key: string | undefined
  Value: string | undefined
}

interface Props {
  empty: string
  list: () => Promise<Tag[]>
  put: (tags: Tag[]) => Promise<unknown>
  remove: (keys: string[]) => Promise<unknown>
}

/** The tags of anything, and a dialog to change them: only what differs is sent. */
export function TagsPanel({ empty, list, put, remove }: Props) {
  const tags = useLoad(list, [])
  const [editing, setEditing] = useState(false)
  const shown = tags.value ?? []
  return (
    <Panel
      title={t('user.tab.tags')}
      counter={tags.value && `(${shown.length})`}
      loading={tags.loading && !tags.value}
      fault={tags.fault}
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

interface DialogProps extends Omit<Props, 'list' | 'empty'> {
  before: Tag[]
  onClose: () => void
  onDone: () => void
}

function TagsDialog({ before, put, remove, onClose, onDone }: DialogProps) {
  const [tags, setTags] = useState<Tag[]>(before)
  const change = (index: number, part: Partial<Tag>) =>
    setTags(tags.map((tag, i) => (i === index ? { ...tag, ...part } : tag)))
  const act = useAct(async () => {
    const named = tags.filter((tag) => tag.Key)
    const gone = before.map((tag) => tag.Key ?? '').filter((key) => !named.some((tag) => tag.Key === key))
    const changed = named.filter((tag) => !before.some((old) => old.Key === tag.Key && old.Value === tag.Value))
    if (gone.length > 0) await remove(gone)
    if (changed.length > 0) await put(changed)
  })
  return (
    <Confirm title={t('user.tags.manage')} button={t('shared.save')} act={act} onClose={onClose} onDone={onDone}>
      <AttributeEditor
        items={tags}
        empty={t('user.tags.none')}
        addButtonText={t('user.tags.add')}
        removeButtonText={t('shared.remove')}
        onAddButtonClick={() => setTags([...tags, { Key: '', Value: '' }])}
        onRemoveButtonClick={({ detail }) => setTags(tags.filter((_, i) => i !== detail.itemIndex))}
        definition={[
          {
            label: t('user.tags.key'),
            control: (tag, i) => (
              <Input value={tag.Key ?? ''} onChange={({ detail }) => change(i, { Key: detail.value })} />
            ),
          },
          {
            label: t('user.tags.value'),
            control: (tag, i) => (
              <Input value={tag.Value ?? ''} onChange={({ detail }) => change(i, { Value: detail.value })} />
            ),
          },
        ]}
      />
    </Confirm>
  )
}
