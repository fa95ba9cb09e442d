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
import { t } from '../../text/text'
import { Confirm } from '../../ui/Confirm'
import { type Column, DataTable } from '../../ui/DataTable'
import { RouteLink } from '../../ui/RouteLink'
import { groupPath, userPath } from '../paths'
import { rolePath } from '../roles/path'
import { AttachToEntities } from './AttachToEntities'

export interface Entity {
  kind: 'user' | 'group' | 'role'
  name: string
}

const paths = { user: userPath, group: groupPath, role: rolePath }

export function entityColumns(): Column<Entity>[] {
  return [
    {
      id: 'name',
      header: t('policyPage.entity'),
      cell: ({ kind, name }) => <RouteLink to={paths[kind](name)}>{name}</RouteLink>,
      text: ({ name }) => name,
    },
    { id: 'kind', header: t('policyPage.entityType'), cell: kindText, text: kindText },
  ]
}

const kindText = ({ kind }: Entity) => t(`policyPage.${kind}`)

export const entityId = ({ kind, name }: Entity) => `${kind} ${name}`

/** Whom a policy is attached to. */
export function Usage({ arn, name }: { arn: string; name: string }) {
  const list = useList(
    () =>
      pagesOf(
        paginateListEntitiesForPolicy(
          { client: iam, pageSize: 1000 },
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
