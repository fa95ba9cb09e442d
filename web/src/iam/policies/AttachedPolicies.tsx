import type { AttachedPolicy } from '@aws-sdk/client-iam'
import Button from '@cloudscape-design/components/button'
import { type ReactNode, useState } from 'react'
import { useAct, useLoad } from '../../data/load'
import { t } from '../../text/text'
import { Confirm } from '../../ui/Confirm'
import { Panel } from '../../ui/Panel'
import { RouteLink } from '../../ui/RouteLink'
import { Rows } from '../../ui/Rows'
import { policyPath } from '../paths'
import { typeOf } from './columns'

interface Props {
  /** The name of the group or role. */
  owner: string
  list: () => Promise<AttachedPolicy[]>
  detach: (policy: AttachedPolicy) => Promise<unknown>
  /** The button that attaches more. */
  attach: ReactNode
}

/** The managed policies that are attached to a group or a role. */
export function AttachedPolicies({ owner, list, detach, attach }: Props) {
  const policies = useLoad(list, [owner])
  const [detaching, setDetaching] = useState<AttachedPolicy>()
  const act = useAct(async () => detaching && detach(detaching))
  return (
    <Panel
      title={t('group.policies')}
      counter={policies.value && `(${policies.value.length})`}
      loading={policies.loading && !policies.value}
      fault={policies.fault}
      reload={policies.reload}
      actions={attach}
    >
      <Rows
        label={t('group.policies')}
        items={policies.value ?? []}
        id={(policy) => policy.PolicyArn ?? ''}
        empty={t('table.none')}
        columns={[
          {
            id: 'name',
            header: t('policies.name'),
            cell: (policy) => <RouteLink to={policyPath(policy.PolicyArn ?? '')}>{policy.PolicyName}</RouteLink>,
          },
          { id: 'type', header: t('policies.type'), cell: (policy) => typeOf({ Arn: policy.PolicyArn }) },
          {
            id: 'detach',
            header: t('shared.actions'),
            cell: (policy) => (
              <Button
                variant="inline-link"
                onClick={() => setDetaching(policy)}
                ariaLabel={`${t('policyPage.detach')} ${policy.PolicyName}`}
              >
                {t('policyPage.detach')}
              </Button>
            ),
          },
        ]}
      />
      {detaching && (
        <Confirm
          title={t('policyPage.detach.title', { name: detaching.PolicyName ?? '' })}
          button={t('policyPage.detach')}
          act={act}
          onClose={() => setDetaching(undefined)}
          onDone={() => {
            setDetaching(undefined)
            policies.reload()
          }}
        >
          {t('policyPage.detach.text')}
        </Confirm>
      )}
    </Panel>
  )
}
