import { DetachRolePolicyCommand, paginateListAttachedRolePolicies } from '@aws-sdk/client-iam'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { iam } from '../../data/iam'
import { all } from '../../data/load'
import { t } from '../../text/text'
import { RouteButton } from '../../ui/RouteButton'
import { AttachedPolicies } from '../policies/AttachedPolicies'
import { InlinePolicies } from '../policies/InlinePolicies'
import { rolePath } from './path'

const client = { client: iam }

/** What is attached to a role, and its inline policies: each a panel of its own. */
export function RolePermissions({ role }: { role: string }) {
  const RoleName = role
  return (
    <SpaceBetween size="l">
      <AttachedPolicies
        owner={role}
        list={() => all(paginateListAttachedRolePolicies(client, { RoleName }), (page) => page.AttachedPolicies)}
        detach={(policy) => iam.send(new DetachRolePolicyCommand({ RoleName, PolicyArn: policy.PolicyArn }))}
        attach={
          <RouteButton variant="primary" to={`${rolePath(role)}/attach`}>
            {t('role.attach')}
          </RouteButton>
        }
      />
      <InlinePolicies kind="role" name={role} />
    </SpaceBetween>
  )
}
