import { paginateListPolicyTags, TagPolicyCommand, UntagPolicyCommand } from '@aws-sdk/client-iam'
import { iam } from '../../data/iam'
import { all } from '../../data/load'
import { t } from '../../text/text'
import { TagsPanel } from '../../ui/TagsPanel'

/** The tags of a policy of the account. */
export function PolicyTags({ arn }: { arn: string }) {
  const PolicyArn = arn
  return (
    <TagsPanel
      empty={t('policyPage.tags.none')}
      list={() => all(paginateListPolicyTags({ client: iam }, { PolicyArn }), (page) => page.Tags)}
      put={(Tags) => iam.send(new TagPolicyCommand({ PolicyArn, Tags }))}
      remove={(TagKeys) => iam.send(new UntagPolicyCommand({ PolicyArn, TagKeys }))}
    />
  )
}
