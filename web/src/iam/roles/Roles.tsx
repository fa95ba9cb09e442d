import { paginateListRoles, type Role } from '@aws-sdk/client-iam'
import Button from '@cloudscape-design/components/button'
import { useState } from 'react'
import { useShell } from '../../app/shell'
import { iam } from '../../data/iam'
import { pagesOf, useAct, useList } from '../../data/load'
import { when } from '../../text/format'
import { t } from '../../text/text'
import { Confirm } from '../../ui/Confirm'
import { type Column, DataTable } from '../../ui/DataTable'
import { Page } from '../../ui/Page'
import { RouteButton } from '../../ui/RouteButton'
import { RouteLink } from '../../ui/RouteLink'
import { deleteRole } from './deletion'
import { rolePath } from './path'
import { trustedBy } from './trust'

const roleName = (role: Role) => role.RoleName ?? ''
const trusted = (role: Role) => trustedBy(decodeURIComponent(role.AssumeRolePolicyDocument ?? '')).join(', ')

/** The list of the roles of the account. */
export default function Roles() {
  const list = useList(() => pagesOf(paginateListRoles({ client: iam, pageSize: 1000 }, {}), (page) => page.Roles), [])
  const [selected, setSelected] = useState<Role[]>([])
  const [deleting, setDeleting] = useState(false)
  const { notify } = useShell()
  const name = roleName(selected[0] ?? ({} as Role))
  const act = useAct(() => deleteRole(name))
  const columns: Column<Role>[] = [
    {
      id: 'name',
      header: t('roles.name'),
      cell: (role) => <RouteLink to={rolePath(roleName(role))}>{roleName(role)}</RouteLink>,
      text: roleName,
    },
    { id: 'trusted', header: t('roles.trusted'), cell: trusted, text: trusted },
    {
      id: 'created',
      header: t('shared.created'),
      cell: (role) => when(role.CreateDate),
      text: (role) => role.CreateDate,
    },
    { id: 'arn', header: t('shared.arn'), cell: (role) => role.Arn, text: (role) => role.Arn, hidden: true },
  ]
  return (
    <Page
      title={t('roles.title')}
      description={t('roles.about')}
      crumbs={[{ text: t('service.iam'), to: '/iam' }]}
      actions={
        <RouteButton variant="primary" to="/iam/roles/create">
          {t('roles.create')}
        </RouteButton>
      }
    >
      <DataTable
        name="roles"
        title={t('roles.title')}
        list={list}
        columns={columns}
        id={roleName}
        selection={{ selected, onChange: setSelected, type: 'single' }}
        actions={
          <Button disabled={!name} onClick={() => setDeleting(true)}>
            {t('roles.delete')}
          </Button>
        }
      />
      {deleting && (
        <Confirm
          title={t('roles.delete.title', { name })}
          button={t('shared.delete')}
          act={act}
          typeName={name}
          onClose={() => setDeleting(false)}
          onDone={() => {
            setDeleting(false)
            setSelected([])
            notify({ type: 'success', content: t('roles.deleted', { name }) })
            list.reload()
          }}
        >
          {t('roles.delete.text')}
        </Confirm>
      )}
    </Page>
  )
}
