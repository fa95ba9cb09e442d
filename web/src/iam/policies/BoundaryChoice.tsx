import type { Policy } from '@aws-sdk/client-iam'
import { t } from '../../text/text'
import { DataTable } from '../../ui/DataTable'
import { policyColumns } from './columns'
import { usePolicies } from './list'

/** The choice of the policy that is to be a boundary. */
export function BoundaryChoice({ chosen, onChange }: { chosen?: Policy; onChange: (policy?: Policy) => void }) {
  const list = usePolicies()
  return (
    <DataTable
      embedded
      name="boundary"
      title={t('policies.title')}
      list={list}
      columns={policyColumns()}
      id={(policy) => policy.PolicyName ?? ''}
      selection={{
        selected: chosen ? [chosen] : [],
        onChange: (selected) => onChange(selected[0]),
        type: 'single',
      }}
    />
  )
}
