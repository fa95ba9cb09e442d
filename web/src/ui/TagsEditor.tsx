import AttributeEditor from '@cloudscape-design/components/attribute-editor'
import Input from '@cloudscape-design/components/input'
import { t } from '../text/text'

/** A tag as IAM and EC2 both have it. */
export interface Tag {
  Key: string | undefined
  Value: string | undefined
}

/** The tags that have a key; undefined where none has, so that nobody who makes something without tags needs the permission to set some. */
export function namedTags<T extends { Key?: string | undefined }>(tags: T[]): T[] | undefined {
  const named = tags.filter((tag) => tag.Key)
  return named.length > 0 ? named : undefined
}

interface Props {
  tags: Tag[]
  onChange: (tags: Tag[]) => void
  /** What to say while there is no tag. */
  empty: string
}

/** Keys and values of tags, to add to, to change and to remove. */
export function TagsEditor({ tags, onChange, empty }: Props) {
  const change = (index: number, part: Partial<Tag>) =>
    onChange(tags.map((tag, i) => (i === index ? { ...tag, ...part } : tag)))
  return (
    <AttributeEditor
      items={tags}
      empty={empty}
      addButtonText={t('user.tags.add')}
      removeButtonText={t('shared.remove')}
      onAddButtonClick={() => onChange([...tags, { Key: '', Value: '' }])}
      onRemoveButtonClick={({ detail }) => onChange(tags.filter((_, i) => i !== detail.itemIndex))}
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
  )
}
