import { type AttachedPolicy, DetachGroupPolicyCommand, paginateListAttachedGroupPolicies } from '@aws-sdk/client-iam'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { iam } from '../../data/iam'
import { all } from '../../data/load'
import { t } from '../../text/text'
import { RouteButton } from '../../ui/RouteButton'
import { AttachedPolicies } from '../policies/AttachedPolicies'
import { InlinePolicies } from '../policies/InlinePolicies'
import { groupPath } from '../paths'

const client = { client: iam }

/** What is attached to a group, and its inline policies: each a panel of its own. */
export function GroupPermissions({ group }: { group: string }) {
  const GroupName = group
  return (
    <SpaceBetween size="l">
      <AttachedPolicies
        owner={group}
        list={() => all(paginateListAttachedGroupPolicies(client, { GroupName }), (page) => page.AttachedPolicies)}
        detach={(policy: AttachedPolicy) =>
          iam.send(new DetachGroupPolicyCommand({ GroupName, PolicyArn: policy.PolicyArn }))
        }
        attach={
          <RouteButton variant="primary" to={`${groupPath(group)}/attach`}>
            {t('group.attach')}
          </RouteButton>
        }
      />
      <InlinePolicies kind="group" name={group} />
    </SpaceBetween>
  )
}
