import SpaceBetween from '@cloudscape-design/components/space-between'
import type { Fault } from '../../data/fault'
import { type ServiceAccess, lastAccessed } from '../../data/lastAccessed'
import { useList } from '../../data/load'
import { daysAgo, when } from '../../text/format'
import { t } from '../../text/text'
import { Breakable } from '../../ui/Breakable'
import { type Column, DataTable } from '../../ui/DataTable'
import { FaultNote } from '../../ui/FaultNote'
import { PoliciesGranting, policyNames } from './PoliciesGranting'

interface Props {
  /** Not there until the entity is known; fault says why it will not be. */
  arn?: string
  fault?: Fault
  /** What the ARN is of: who called last is told of groups and policies, which policies grant of all that have some. */
  kind: 'user' | 'group' | 'role' | 'policy'
}

/** Which services a user, group, role or policy gives access to, and when each was last called. */
export function AccessAdvisor({ arn, fault, kind }: Props) {
  if (fault) return <FaultNote fault={fault} />
  return arn && <Services arn={arn} kind={kind} />
}

function Services({ arn, kind }: { arn: string; kind: Props['kind'] }) {
  const ofPolicy = kind === 'policy'
  const list = useList((signal) => lastAccessed(arn, !ofPolicy, signal), [arn])
  const columns = [
    ...serviceColumns(),
    ...(ofPolicy ? [] : [policiesColumn()]),
    ...lastColumns(),
    ...(ofPolicy || kind === 'group' ? callerColumns() : []),
    actionsColumn(),
  ]
  const hidden = !ofPolicy && list.value.some((service) => !service.policies)
  return (
    <DataTable
      name={`advisor-${kind}`}
      title={t('advisor.title')}
      description={
        hidden ? t('advisor.noPolicies', { action: 'iam:ListPoliciesGrantingServiceAccess' }) : t('advisor.about')
      }
      list={list}
      columns={columns}
      id={(service) => service.ServiceNamespace ?? ''}
      empty={t('advisor.none')}
    />
  )
}

function serviceColumns(): Column<ServiceAccess>[] {
  return [
    {
      id: 'service',
      header: t('advisor.service'),
      cell: (service) => service.ServiceName,
      text: (service) => service.ServiceName,
    },
    {
      id: 'namespace',
      header: t('advisor.namespace'),
      cell: (service) => service.ServiceNamespace,
      text: (service) => service.ServiceNamespace,
      hidden: true,
    },
  ]
}

function policiesColumn(): Column<ServiceAccess> {
  return {
    id: 'policies',
    header: t('advisor.policies'),
    cell: (service) => <PoliciesGranting policies={service.policies} />,
    text: policyNames,
  }
}

function lastColumns(): Column<ServiceAccess>[] {
  return [
    {
      id: 'last',
      header: t('advisor.last'),
      cell: ({ LastAuthenticated: last }) => (last ? `${daysAgo(last)} (${when(last)})` : t('advisor.never')),
      text: (service) => service.LastAuthenticated,
    },
    {
      id: 'region',
      header: t('advisor.region'),
      cell: (service) => service.LastAuthenticatedRegion ?? '-',
      text: (service) => service.LastAuthenticatedRegion,
      hidden: true,
    },
  ]
}

function callerColumns(): Column<ServiceAccess>[] {
  return [
    {
      id: 'by',
      header: t('advisor.by'),
      cell: (service) => <Breakable text={callerOf(service) ?? '-'} />,
      text: callerOf,
    },
    {
      id: 'entities',
      header: t('advisor.entities'),
      cell: (service) => service.TotalAuthenticatedEntities ?? 0,
      text: (service) => service.TotalAuthenticatedEntities,
      hidden: true,
    },
  ]
}

/** Who called a service last, as the end of the ARN: user/ann. */
const callerOf = (service: ServiceAccess) => service.LastAuthenticatedEntity?.split(':').at(-1)

function actionsColumn(): Column<ServiceAccess> {
  return {
    id: 'actions',
    header: t('advisor.actions'),
    cell: (service) => (
      <SpaceBetween size="xxs">
        {service.TrackedActionsLastAccessed?.map(({ ActionName = '', LastAccessedTime }) => (
          <span key={ActionName}>{t('advisor.action', { action: ActionName, when: daysAgo(LastAccessedTime) })}</span>
        )) ?? '-'}
      </SpaceBetween>
    ),
    text: (service) => service.TrackedActionsLastAccessed?.map((action) => action.ActionName).join(' '),
    hidden: true,
  }
}
