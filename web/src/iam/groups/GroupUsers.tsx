import { AddUserToGroupCommand, paginateGetGroup, RemoveUserFromGroupCommand, type User } from '@aws-sdk/client-iam'
import Button from '@cloudscape-design/components/button'
import { useState } from 'react'
import { iam } from '../../data/iam'
import { pagesOf, useAct, useList } from '../../data/load'
import { allUsers, pageSize } from '../../data/users'
import { when } from '../../text/format'
import { t } from '../../text/text'
import { Confirm } from '../../ui/Confirm'
import { type Column, DataTable } from '../../ui/DataTable'
import { RouteLink } from '../../ui/RouteLink'
import { userPath } from '../paths'

const userName = (user: User) => user.UserName ?? ''

function columns(): Column<User>[] {
  return [
    {
      id: 'name',
      header: t('users.name'),
      cell: (user) => <RouteLink to={userPath(userName(user))}>{userName(user)}</RouteLink>,
      text: userName,
    },
    {
      id: 'created',
      header: t('users.created'),
      cell: (user) => when(user.CreateDate),
      text: (user) => user.CreateDate,
    },
  ]
}

/** The users of a group. */
export function GroupUsers({ group }: { group: string }) {
  const list = useList(
    () => pagesOf(paginateGetGroup({ client: iam, pageSize }, { GroupName: group }), (page) => page.Users),
    [group],
  )
  const [selected, setSelected] = useState<User[]>([])
  const [open, setOpen] = useState<'add' | 'remove'>()
  const done = () => {
    setOpen(undefined)
    setSelected([])
    list.reload()
  }
  return (
    <>
      <DataTable
        name="group-users"
        title={t('group.users')}
        list={list}
        columns={columns()}
        id={userName}
        empty={t('group.users.none')}
        selection={{ selected, onChange: setSelected }}
        actions={
          <>
            <Button disabled={selected.length === 0} onClick={() => setOpen('remove')}>
              {t('group.users.remove')}
            </Button>
            <Button onClick={() => setOpen('add')}>{t('group.users.add')}</Button>
          </>
        }
      />
      {open === 'add' && <AddUsers group={group} onClose={() => setOpen(undefined)} onDone={done} />}
      {open === 'remove' && (
        <RemoveUsers group={group} users={selected} onClose={() => setOpen(undefined)} onDone={done} />
      )}
    </>
  )
}

interface DialogProps {
  group: string
  onClose: () => void
  onDone: () => void
}

function AddUsers({ group, onClose, onDone }: DialogProps) {
  const list = useList(allUsers, [])
  const [selected, setSelected] = useState<User[]>([])
  const act = useAct(async () => {
    for (const { UserName } of selected) await iam.send(new AddUserToGroupCommand({ GroupName: group, UserName }))
  })
  return (
    <Confirm
      title={t('group.users.add')}
      button={t('shared.add')}
      act={act}
      incomplete={selected.length === 0}
      size="large"
      onClose={onClose}
      onDone={onDone}
    >
      <DataTable
        embedded
        name="add-users"
        title={t('group.users.choose')}
        list={list}
        columns={columns()}
        id={userName}
        selection={{ selected, onChange: setSelected }}
      />
    </Confirm>
  )
}

function RemoveUsers({ group, users, onClose, onDone }: DialogProps & { users: User[] }) {
  const act = useAct(async () => {
    for (const { UserName } of users) await iam.send(new RemoveUserFromGroupCommand({ GroupName: group, UserName }))
  })
  return (
    <Confirm
      title={t('group.users.remove.title', { name: group })}
      button={t('shared.remove')}
      act={act}
      onClose={onClose}
      onDone={onDone}
    >
      {t('group.users.remove.text')}
      <div>{users.map(userName).join(', ')}</div>
    </Confirm>
  )
}
