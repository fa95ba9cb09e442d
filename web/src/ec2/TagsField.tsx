import FormField from '@cloudscape-design/components/form-field'
import { t } from '../text/text'
import { type Tag, TagsEditor } from '../ui/TagsEditor'

/** The tags of something that is to be made. */
export function TagsField({ tags, onChange }: { tags: Tag[]; onChange: (tags: Tag[]) => void }) {
  return (
    <FormField label={t('user.tab.tags')} stretch>
      <TagsEditor tags={tags} onChange={onChange} empty={t('tags.none')} />
    </FormField>
  )
}
