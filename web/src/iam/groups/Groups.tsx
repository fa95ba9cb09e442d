import { type Group, paginateListGroups } from '@aws-sdk/client-iam'
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
import { groupPath } from '../paths'
import { deleteGroup } from './deletion'

/** The list of the groups of the account. */
export default function Groups() {
  const list = useList(
    () => pagesOf(paginateListGroups({ client: iam, pageSize: 1000 }, {}), (page) => page.Groups),
    [],
  )
  const [selected, setSelected] = useState<Group[]>([])
  const [deleting, setDeleting] = useState(false)
  const chosen = selected.map((group) => group.GroupName ?? '')
  return (
    <Page
      title={t('groups.title')}
      description={t('groups.about')}
      crumbs={[{ text: t('service.iam'), to: '/iam' }]}
      actions={
        <RouteButton variant="primary" to="/iam/groups/create">
          {t('groups.create')}
        </RouteButton>
      }
    >
      <DataTable
        name="groups"
        title={t('groups.title')}
        list={list}
        columns={columns()}
        id={(group) => group.GroupName ?? ''}
        selection={{ selected, onChange: setSelected }}
        actions={
          <Button disabled={chosen.length === 0} onClick={() => setDeleting(true)}>
            {t('groups.delete')}
          </Button>
        }
      />
      {deleting && (
        <DeleteGroups
          names={chosen}
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

function columns(): Column<Group>[] {
  return [
    {
      id: 'name',
      header: t('groups.name'),
      cell: (group) => <RouteLink to={groupPath(group.GroupName ?? '')}>{group.GroupName}</RouteLink>,
      text: (group) => group.GroupName,
    },
    {
      id: 'created',
      header: t('groups.created'),
      cell: (group) => when(group.CreateDate),
      text: (group) => group.CreateDate,
    },
    { id: 'path', header: t('shared.path'), cell: (group) => group.Path, text: (group) => group.Path, hidden: true },
    { id: 'arn', header: t('shared.arn'), cell: (group) => group.Arn, text: (group) => group.Arn, hidden: true },
    { id: 'id', header: t('groups.id'), cell: (group) => group.GroupId, text: (group) => group.GroupId, hidden: true },
  ]
}

function DeleteGroups({ names, onClose, onDone }: { names: string[]; onClose: () => void; onDone: () => void }) {
  const { notify } = useShell()
  const act = useAct(async () => {
    for (const name of names) await deleteGroup(name)
  })
  const values = { name: names.join(', ') }
  return (
    <Confirm
      title={t('groups.delete.title', values)}
      button={t('groups.delete')}
      act={act}
      onClose={onClose}
      onDone={() => {
        notify({ type: 'success', content: t('groups.deleted', values) })
        onDone()
      }}
    >
      {t('groups.delete.text')}
    </Confirm>
  )
}
