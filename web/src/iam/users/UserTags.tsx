import { paginateListUserTags, type Tag, TagUserCommand, UntagUserCommand } from '@aws-sdk/client-iam'
import { iam } from '../../data/iam'
import { all } from '../../data/load'
import { t } from '../../text/text'
import { TagsPanel } from '../../ui/TagsPanel'

/** The tags of a user. */
export function UserTags({ user }: { user: string }) {
  return (
    <TagsPanel
      empty={t('user.tags.none')}
      list={() => all(paginateListUserTags({ client: iam }, { UserName: user }), (page) => page.Tags)}
      put={(tags: Tag[]) => iam.send(new TagUserCommand({ UserName: user, Tags: tags }))}
      remove={(keys) => iam.send(new UntagUserCommand({ UserName: user, TagKeys: keys }))}
    />
  )
}
