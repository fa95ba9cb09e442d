import { useState } from 'react'
import { useAct } from '../data/load'
import { t } from '../text/text'
import { Confirm } from './Confirm'
import { type Tag, TagsEditor } from './TagsEditor'

/** How the tags of one thing are set and removed. */
export interface TagActions {
  put: (tags: Tag[]) => Promise<unknown>
  remove: (keys: string[]) => Promise<unknown>
}

interface Props extends TagActions {
  before: Tag[]
  empty: string
  onClose: () => void
  onDone: () => void
}

/** A dialog in which the tags of one thing are changed: only what differs is sent. */
export function TagsDialog({ before, empty, put, remove, onClose, onDone }: Props) {
  const [tags, setTags] = useState<Tag[]>(before)
  const act = useAct(async () => {
    const named = tags.filter((tag) => tag.Key)
    const gone = before.map((tag) => tag.Key ?? '').filter((key) => !named.some((tag) => tag.Key === key))
    const changed = named.filter((tag) => !before.some((old) => old.Key === tag.Key && old.Value === tag.Value))
    if (gone.length > 0) await remove(gone)
    if (changed.length > 0) await put(changed)
  })
  return (
    <Confirm title={t('user.tags.manage')} button={t('shared.save')} act={act} onClose={onClose} onDone={onDone}>
      <TagsEditor tags={tags} onChange={setTags} empty={empty} />
    </Confirm>
  )
}
