import type { Policy } from '@aws-sdk/client-iam'
import { when } from '../../text/format'
import { t } from '../../text/text'
import type { Column } from '../../ui/DataTable'
import { RouteLink } from '../../ui/RouteLink'
import { policyPath } from '../paths'

/** The columns of every list of policies. */
export function policyColumns(): Column<Policy>[] {
  return [
    {
      id: 'name',
      header: t('policies.name'),
      cell: (policy) => <RouteLink to={policyPath(policy.Arn ?? '')}>{policy.PolicyName}</RouteLink>,
      text: (policy) => policy.PolicyName,
    },
    { id: 'type', header: t('policies.type'), cell: typeOf, text: typeOf },
    { id: 'used', header: t('policies.used'), cell: usedAs, text: (policy) => policy.AttachmentCount },
    {
      id: 'created',
      header: t('shared.created'),
      cell: (policy) => when(policy.CreateDate),
      text: (policy) => policy.CreateDate,
      hidden: true,
    },
    { id: 'arn', header: t('shared.arn'), cell: (policy) => policy.Arn, text: (policy) => policy.Arn, hidden: true },
  ]
}

/** Whether AWS keeps a policy, or the account does. */
export function isAwsManaged(arn: string | undefined): boolean {
  return /^arn:[^:]*:iam::aws:/.test(arn ?? '')
}

export function typeOf(policy: { Arn?: string }): string {
  return t(isAwsManaged(policy.Arn) ? 'policies.type.aws' : 'policies.type.customer')
}

function usedAs(policy: Policy): string {
  const uses = [
    policy.AttachmentCount ? t('policies.used.policy', { count: policy.AttachmentCount }) : '',
    policy.PermissionsBoundaryUsageCount
      ? t('policies.used.boundary', { count: policy.PermissionsBoundaryUsageCount })
      : '',
  ]
  return uses.filter(Boolean).join(', ') || t('policies.used.none')
}
