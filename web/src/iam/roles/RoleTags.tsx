import { paginateListRoleTags, TagRoleCommand, UntagRoleCommand } from '@aws-sdk/client-iam'
import { iam } from '../../data/iam'
import { all } from '../../data/load'
import { t } from '../../text/text'
import { TagsPanel } from '../../ui/TagsPanel'

/** The tags of a role. */
export function RoleTags({ role }: { role: string }) {
  const RoleName = role
  return (
    <TagsPanel
      empty={t('role.tags.none')}
      list={() => all(paginateListRoleTags({ client: iam }, { RoleName }), (page) => page.Tags)}
      put={(Tags) => iam.send(new TagRoleCommand({ RoleName, Tags }))}
      remove={(TagKeys) => iam.send(new UntagRoleCommand({ RoleName, TagKeys }))}
    />
  )
}
