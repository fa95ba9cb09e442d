import type { User } from '@aws-sdk/client-iam'
import { useState } from 'react'
import { useList } from '../../data/load'
import { allUsers } from '../../data/users'
import { when } from '../../text/format'
import { t } from '../../text/text'
import { type Column, DataTable } from '../../ui/DataTable'
import { RouteButton } from '../../ui/RouteButton'
import { RouteLink } from '../../ui/RouteLink'
import { Page } from '../../ui/Page'
import Button from '@cloudscape-design/components/button'
import { userPath } from '../paths'
import { DeleteUser } from './DeleteUser'
import { MfaCell, useVirtualHolders } from './MfaCell'

/** The list of the users of the account. */
export default function Users() {
  const list = useList(allUsers, [])
  const [selected, setSelected] = useState<User[]>([])
  const [deleting, setDeleting] = useState(false)
  const holders = useVirtualHolders()
  const chosen = selected[0]

  const columns: Column<User>[] = [
    {
      id: 'name',
      header: t('users.name'),
      cell: (user) => <RouteLink to={userPath(user.UserName ?? '')}>{user.UserName}</RouteLink>,
      text: (user) => user.UserName,
    },
    {
      id: 'mfa',
      header: t('users.mfa'),
      cell: (user) => <MfaCell user={user.UserName ?? ''} holders={holders} />,
    },
    {
      id: 'used',
      header: t('users.keyAge'),
      cell: (user) => when(user.PasswordLastUsed),
      text: (user) => user.PasswordLastUsed,
    },
    {
      id: 'created',
      header: t('users.created'),
      cell: (user) => when(user.CreateDate),
      text: (user) => user.CreateDate,
    },
    { id: 'path', header: t('shared.path'), cell: (user) => user.Path, text: (user) => user.Path, hidden: true },
    { id: 'arn', header: t('shared.arn'), cell: (user) => user.Arn, text: (user) => user.Arn, hidden: true },
    { id: 'id', header: t('users.id'), cell: (user) => user.UserId, text: (user) => user.UserId, hidden: true },
  ]

  return (
    <Page
      title={t('users.title')}
      description={t('users.about')}
      crumbs={[{ text: t('service.iam'), to: '/iam' }]}
      actions={
        <RouteButton variant="primary" to="/iam/users/create">
          {t('users.add')}
        </RouteButton>
      }
    >
      <DataTable
        name="users"
        title={t('users.title')}
        list={list}
        columns={columns}
        id={(user) => user.UserName ?? ''}
        selection={{ selected, onChange: setSelected }}
        actions={
          <Button
            disabled={selected.length !== 1}
            disabledReason={selected.length > 1 ? t('users.deleteOne') : undefined}
            onClick={() => setDeleting(true)}
          >
            {t('users.delete')}
          </Button>
        }
      />
      {deleting && chosen && (
        <DeleteUser
          name={chosen.UserName ?? ''}
          onClose={() => setDeleting(false)}
          onDone={() => {
            setDeleting(false)
            setSelected([])
            list.reload()
          }}
        />
      )}
    </Page>
  )
}
