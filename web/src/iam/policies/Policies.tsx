import {
  DeletePolicyCommand,
  DeletePolicyVersionCommand,
  ListPolicyVersionsCommand,
  type Policy,
} from '@aws-sdk/client-iam'
import Button from '@cloudscape-design/components/button'
import { useState } from 'react'
import { useShell } from '../../app/shell'
import { iam } from '../../data/iam'
import { useAct } from '../../data/load'
import { t } from '../../text/text'
import { Confirm } from '../../ui/Confirm'
import { DataTable } from '../../ui/DataTable'
import { Page } from '../../ui/Page'
import { RouteButton } from '../../ui/RouteButton'
import { isAwsManaged, policyColumns } from './columns'
import { usePolicies } from './list'

/** The list of all managed policies. */
export default function Policies() {
  const list = usePolicies()
  const [selected, setSelected] = useState<Policy[]>([])
  const [deleting, setDeleting] = useState(false)
  const { notify } = useShell()
  const chosen = selected[0]
  return (
    <Page
      title={t('policies.title')}
      description={t('policies.about')}
      crumbs={[{ text: t('service.iam'), to: '/iam' }]}
      actions={
        <RouteButton variant="primary" to="/iam/policies/create">
          {t('policies.create')}
        </RouteButton>
      }
    >
      <DataTable
        name="policies"
        title={t('policies.title')}
        list={list}
        columns={policyColumns()}
        id={(policy) => policy.PolicyName ?? ''}
        selection={{ selected, onChange: setSelected, type: 'single' }}
        actions={
          <Button disabled={!chosen || isAwsManaged(chosen.Arn)} onClick={() => setDeleting(true)}>
            {t('policies.delete')}
          </Button>
        }
      />
      {deleting && chosen && (
        <DeletePolicy
          policy={chosen}
          onClose={() => setDeleting(false)}
          onDone={() => {
            setDeleting(false)
            setSelected([])
            notify({ type: 'success', content: t('policies.deleted', { name: chosen.PolicyName ?? '' }) })
            list.reload()
          }}
        />
      )}
    </Page>
  )
}

function DeletePolicy({ policy, onClose, onDone }: { policy: Policy; onClose: () => void; onDone: () => void }) {
  const act = useAct(() => deletePolicy(policy.Arn ?? ''))
  const name = policy.PolicyName ?? ''
  return (
    <Confirm
      title={t('policies.delete.title', { name })}
      button={t('shared.delete')}
      act={act}
      typeName={name}
      onClose={onClose}
      onDone={onDone}
    >
      {t('policies.delete.text')}
    </Confirm>
  )
}

/** A policy can be deleted when only its default version is left. */
async function deletePolicy(PolicyArn: string) {
  const versions = (await iam.send(new ListPolicyVersionsCommand({ PolicyArn }))).Versions ?? []
  for (const { VersionId, IsDefaultVersion } of versions) {
    if (!IsDefaultVersion) await iam.send(new DeletePolicyVersionCommand({ PolicyArn, VersionId }))
  }
  await iam.send(new DeletePolicyCommand({ PolicyArn }))
}
