import type { PolicyGrantingServiceAccess } from '@aws-sdk/client-iam'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ServiceAccess } from '../../data/lastAccessed'
import { RouteLink } from '../../ui/RouteLink'
import { policyPath } from '../paths'

/** The policies that give access to a service: managed ones as links, inline ones with whose they are. */
export function PoliciesGranting({ policies }: { policies?: PolicyGrantingServiceAccess[] }) {
  if (!policies) return '-'
  return (
    <SpaceBetween size="xxs">
      {policies.map((policy) =>
        policy.PolicyArn ? (
          <RouteLink key={policy.PolicyArn} to={policyPath(policy.PolicyArn)}>
            {policy.PolicyName}
          </RouteLink>
        ) : (
          <span key={nameOf(policy)}>{nameOf(policy)}</span>
        ),
      )}
    </SpaceBetween>
  )
}

/** What the search looks at. */
export const policyNames = (service: ServiceAccess) => service.policies?.map(nameOf).join(' ')

const nameOf = ({ PolicyName, EntityName, PolicyArn }: PolicyGrantingServiceAccess) =>
  PolicyArn ? PolicyName : `${PolicyName} (${EntityName})`
