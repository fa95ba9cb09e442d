import { AttachUserPolicyCommand, paginateListPolicies, type Policy } from '@aws-sdk/client-iam'
import { useState } from 'react'
import { iam } from '../../data/iam'
import { pagesOf, useAct, useList } from '../../data/load'
import { t } from '../../text/text'
import { Confirm } from '../../ui/Confirm'
import { DataTable } from '../../ui/DataTable'

/** The dialog in which policies are chosen for a user. What is checked stays so, whatever is searched for. */
export function AttachToUser({ user, onClose, onDone }: { user: string; onClose: () => void; onDone: () => void }) {
  const list = useList(
    () => pagesOf(paginateListPolicies({ client: iam, pageSize: 1000 }, {}), (page) => page.Policies),
    [],
  )
  const [selected, setSelected] = useState<Policy[]>([])
  const act = useAct(async () => {
    for (const { Arn } of selected) await iam.send(new AttachUserPolicyCommand({ UserName: user, PolicyArn: Arn }))
  })
  return (
    <Confirm
      title={t('user.addPermissions')}
      button={t('user.attach')}
      act={act}
      incomplete={selected.length === 0}
      size="large"
      onClose={onClose}
      onDone={onDone}
    >
      <DataTable
        embedded
        name="attach-to-user"
        title={t('iam.policies')}
        list={list}
        id={(policy) => policy.PolicyName ?? ''}
        columns={[
          {
            id: 'name',
            header: t('user.policy'),
            cell: (policy) => policy.PolicyName,
            text: (policy) => policy.PolicyName,
          },
        ]}
        selection={{ selected, onChange: setSelected }}
      />
    </Confirm>
  )
}
