import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import { t } from '../text/text'
import { type Tag, TagsEditor } from './TagsEditor'

/** The tags of something that is to be made, as a part of the page that makes it. */
export function NewTags({ tags, onChange }: { tags: Tag[]; onChange: (tags: Tag[]) => void }) {
  return (
    <Container header={<Header description={t('tags.about')}>{t('user.tab.tags')}</Header>}>
      <TagsEditor tags={tags} onChange={onChange} empty={t('tags.none')} />
    </Container>
  )
}
