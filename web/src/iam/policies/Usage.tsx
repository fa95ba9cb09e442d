import {
  DetachGroupPolicyCommand,
  DetachRolePolicyCommand,
  DetachUserPolicyCommand,
  paginateListEntitiesForPolicy,
} from '@aws-sdk/client-iam'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useShell } from '../../app/shell'
import { iam } from '../../data/iam'
import { pagesOf, useAct, useList } from '../../data/load'
import { pageSize } from '../../data/users'
import { t } from '../../text/text'
import { Confirm } from '../../ui/Confirm'
import { DataTable } from '../../ui/DataTable'
import { AttachToEntities } from './AttachToEntities'
import { type Entity, entityColumns, entityId } from './entity'

/** Whom a policy is attached to. */
export function Usage({ arn, name }: { arn: string; name: string }) {
  const list = useList(
    () =>
      pagesOf(
        paginateListEntitiesForPolicy(
          { client: iam, pageSize },
          { PolicyArn: arn, PolicyUsageFilter: 'PermissionsPolicy' },
        ),
        (page) => [
          ...(page.PolicyUsers ?? []).map(({ UserName = '' }): Entity => ({ kind: 'user', name: UserName })),
          ...(page.PolicyGroups ?? []).map(({ GroupName = '' }): Entity => ({ kind: 'group', name: GroupName })),
          ...(page.PolicyRoles ?? []).map(({ RoleName = '' }): Entity => ({ kind: 'role', name: RoleName })),
        ],
      ),
    [arn],
  )
  const [selected, setSelected] = useState<Entity[]>([])
  const [open, setOpen] = useState<'attach' | 'detach'>()
  const { notify } = useShell()
  const act = useAct(async () => {
    for (const entity of selected) await detach(arn, entity)
  })
  const done = (content: string) => {
    setOpen(undefined)
    setSelected([])
    notify({ type: 'success', content })
    list.reload()
  }
  return (
    <>
      <DataTable
        name="policy-usage"
        title={t('policyPage.attached')}
        list={list}
        columns={entityColumns()}
        id={entityId}
        selection={{ selected, onChange: setSelected }}
        actions={
          <SpaceBetween size="xs" direction="horizontal">
            <Button disabled={selected.length === 0} onClick={() => setOpen('detach')}>
              {t('policyPage.detach')}
            </Button>
            <Button onClick={() => setOpen('attach')}>{t('policyPage.attach')}</Button>
          </SpaceBetween>
        }
      />
      {open === 'attach' && (
        <AttachToEntities
          arn={arn}
          name={name}
          onClose={() => setOpen(undefined)}
          onDone={() => done(t('policyPage.attach.done', { name }))}
        />
      )}
      {open === 'detach' && (
        <Confirm
          title={t('policyPage.detach.title', { name })}
          button={t('policyPage.detach')}
          act={act}
          onClose={() => setOpen(undefined)}
          onDone={() => done(t('policyPage.detach.done', { name }))}
        >
          {t('policyPage.detach.text')}
        </Confirm>
      )}
    </>
  )
}

async function detach(PolicyArn: string, { kind, name }: Entity) {
  if (kind === 'user') await iam.send(new DetachUserPolicyCommand({ PolicyArn, UserName: name }))
  else if (kind === 'group') await iam.send(new DetachGroupPolicyCommand({ PolicyArn, GroupName: name }))
  else await iam.send(new DetachRolePolicyCommand({ PolicyArn, RoleName: name }))
}
