import {
  DeleteRolePermissionsBoundaryCommand,
  DetachRolePolicyCommand,
  paginateListAttachedRolePolicies,
  PutRolePermissionsBoundaryCommand,
  type Role,
} from '@aws-sdk/client-iam'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { iam } from '../../data/iam'
import { all, type Loaded } from '../../data/load'
import { t } from '../../text/text'
import { RouteButton } from '../../ui/RouteButton'
import { AttachedPolicies } from '../policies/AttachedPolicies'
import { BoundaryPanel } from '../policies/BoundaryPanel'
import { InlinePolicies } from '../policies/InlinePolicies'
import { rolePath } from './path'

const client = { client: iam }

/** What is attached to a role, its inline policies, and what limits both: each a panel of its own. */
export function RolePermissions({ role, found }: { role: string; found: Loaded<Role | undefined> }) {
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
      <BoundaryPanel
        owner={role}
        boundary={found.value?.PermissionsBoundary?.PermissionsBoundaryArn}
        loading={found.loading && !found.value}
        fault={found.fault}
        put={(arn) => iam.send(new PutRolePermissionsBoundaryCommand({ RoleName, PermissionsBoundary: arn }))}
        remove={() => iam.send(new DeleteRolePermissionsBoundaryCommand({ RoleName }))}
        onChange={found.reload}
      />
    </SpaceBetween>
  )
}
