import type { Crumb } from '../../app/shell'
import { t } from '../../text/text'
import { type Entity, entityPaths } from './entity'

const lists = { user: 'users.title', group: 'groups.title', role: 'roles.title' } as const

/** The way to the page of who has an inline policy. */
export function holderCrumbs({ kind, name }: Entity): Crumb[] {
  return [
    { text: t('service.iam'), to: '/iam' },
    { text: t(lists[kind]), to: `/iam/${kind}s` },
    { text: name, to: holderPage({ kind, name }) },
  ]
}

/** Where inline policies are listed. */
export const holderPage = ({ kind, name }: Entity) => `${entityPaths[kind](name)}?tab=permissions`
