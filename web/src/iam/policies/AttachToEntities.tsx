import {
  AttachGroupPolicyCommand,
  AttachRolePolicyCommand,
  AttachUserPolicyCommand,
  paginateListGroups,
  paginateListRoles,
  paginateListUsers,
} from '@aws-sdk/client-iam'
import { useState } from 'react'
import { iam } from '../../data/iam'
import { pagesOf, useAct, useList } from '../../data/load'
import { pageSize } from '../../data/users'
import { t } from '../../text/text'
import { Confirm } from '../../ui/Confirm'
import { DataTable } from '../../ui/DataTable'
import { type Entity, entityColumns, entityId } from './entity'

interface Props {
  arn: string
  name: string
  onClose: () => void
  onDone: () => void
}

/** The dialog in which users, groups and roles are chosen for a policy. */
export function AttachToEntities({ arn, name, onClose, onDone }: Props) {
  const list = useList(entities, [])
  const [selected, setSelected] = useState<Entity[]>([])
  const act = useAct(async () => {
    for (const entity of selected) await attach(arn, entity)
  })
  return (
    <Confirm
      title={t('policyPage.attach.title', { name })}
      button={t('policyPage.attach')}
      act={act}
      incomplete={selected.length === 0}
      size="large"
      onClose={onClose}
      onDone={onDone}
    >
      <DataTable
        embedded
        name="attach-to-entities"
        title={t('policyPage.attach.entities')}
        list={list}
        columns={entityColumns()}
        id={entityId}
        selection={{ selected, onChange: setSelected }}
      />
    </Confirm>
  )
}

async function* entities(): AsyncIterable<Entity[]> {
  const client = { client: iam, pageSize }
  const named = (kind: Entity['kind']) => (name: string | undefined) => ({ kind, name: name ?? '' })
  yield* pagesOf(paginateListUsers(client, {}), (page) => page.Users?.map((user) => named('user')(user.UserName)))
  yield* pagesOf(paginateListGroups(client, {}), (page) => page.Groups?.map((group) => named('group')(group.GroupName)))
  yield* pagesOf(paginateListRoles(client, {}), (page) => page.Roles?.map((role) => named('role')(role.RoleName)))
}

async function attach(PolicyArn: string, { kind, name }: Entity) {
  if (kind === 'user') await iam.send(new AttachUserPolicyCommand({ PolicyArn, UserName: name }))
  else if (kind === 'group') await iam.send(new AttachGroupPolicyCommand({ PolicyArn, GroupName: name }))
  else await iam.send(new AttachRolePolicyCommand({ PolicyArn, RoleName: name }))
}
