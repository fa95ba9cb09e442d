import { t } from '../../text/text'
import type { Column } from '../../ui/DataTable'
import { RouteLink } from '../../ui/RouteLink'
import { groupPath, userPath } from '../paths'
import { rolePath } from '../roles/path'

/** Who can have a policy. */
export interface Entity {
  kind: 'user' | 'group' | 'role'
  name: string
}

/** The addresses of their pages. */
export const entityPaths = { user: userPath, group: groupPath, role: rolePath }

export function entityColumns(): Column<Entity>[] {
  return [
    {
      id: 'name',
      header: t('policyPage.entity'),
      cell: ({ kind, name }) => <RouteLink to={entityPaths[kind](name)}>{name}</RouteLink>,
      text: ({ name }) => name,
    },
    { id: 'kind', header: t('policyPage.entityType'), cell: kindText, text: kindText },
  ]
}

const kindText = ({ kind }: Entity) => t(`policyPage.${kind}`)

export const entityId = ({ kind, name }: Entity) => `${kind} ${name}`
