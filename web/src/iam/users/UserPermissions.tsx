import {
  type AttachedPolicy,
  DeleteUserPermissionsBoundaryCommand,
  DetachUserPolicyCommand,
  paginateListAttachedGroupPolicies,
  paginateListAttachedUserPolicies,
  paginateListGroupsForUser,
  PutUserPermissionsBoundaryCommand,
  type User,
} from '@aws-sdk/client-iam'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import type { Fault } from '../../data/fault'
import { iam } from '../../data/iam'
import { all, useAct, useLoad } from '../../data/load'
import { t } from '../../text/text'
import { Confirm } from '../../ui/Confirm'
import { Panel } from '../../ui/Panel'
import { RouteLink } from '../../ui/RouteLink'
import { Rows } from '../../ui/Rows'
import { groupPath, policyPath } from '../paths'
import { BoundaryPanel } from '../policies/BoundaryPanel'
import { InlinePolicies } from '../policies/InlinePolicies'
import { AttachToUser } from './AttachToUser'

const client = { client: iam }

/** A user as far as one may see them. */
export interface FoundUser {
  user?: User
  /** GetUser was denied: what only it tells, such as a boundary, is not known. */
  denial?: Fault
}

interface Props {
  user: string
  found?: FoundUser
  fault?: Fault
  onChange: () => void
}

/** What grants a user permissions, and what limits them: each source is a panel of its own. */
export function UserPermissions({ user, found, fault, onChange }: Props) {
  return (
    <SpaceBetween size="l">
      <AttachedPolicies user={user} />
      <InlinePolicies kind="user" name={user} />
      <GroupPolicies user={user} />
      <BoundaryPanel
        owner={user}
        boundary={found?.user?.PermissionsBoundary?.PermissionsBoundaryArn}
        loading={!found && !fault}
        fault={fault ?? found?.denial}
        put={(arn) => iam.send(new PutUserPermissionsBoundaryCommand({ UserName: user, PermissionsBoundary: arn }))}
        remove={() => iam.send(new DeleteUserPermissionsBoundaryCommand({ UserName: user }))}
        onChange={onChange}
      />
    </SpaceBetween>
  )
}

function AttachedPolicies({ user }: { user: string }) {
  const policies = useLoad(
    () => all(paginateListAttachedUserPolicies(client, { UserName: user }), (page) => page.AttachedPolicies),
    [user],
  )
  const [attaching, setAttaching] = useState(false)
  const [detaching, setDetaching] = useState<AttachedPolicy>()
  const detach = useAct(() =>
    iam.send(new DetachUserPolicyCommand({ UserName: user, PolicyArn: detaching?.PolicyArn })),
  )
  const done = () => {
    setAttaching(false)
    setDetaching(undefined)
    policies.reload()
  }
  return (
    <Panel
      title={t('user.attached')}
      counter={policies.value && `(${policies.value.length})`}
      loading={policies.loading && !policies.value}
      fault={policies.fault}
      reload={policies.reload}
      actions={<Button onClick={() => setAttaching(true)}>{t('user.addPermissions')}</Button>}
    >
      <Rows
        label={t('user.attached')}
        items={policies.value ?? []}
        id={(policy) => policy.PolicyArn ?? ''}
        empty={t('table.none')}
        columns={[
          {
            id: 'name',
            header: t('user.policy'),
            cell: (policy) => <RouteLink to={policyPath(policy.PolicyArn ?? '')}>{policy.PolicyName}</RouteLink>,
          },
          {
            id: 'detach',
            header: t('shared.actions'),
            cell: (policy) => (
              <Button
                variant="inline-link"
                onClick={() => setDetaching(policy)}
                ariaLabel={`${t('user.detach')} ${policy.PolicyName}`}
              >
                {t('user.detach')}
              </Button>
            ),
          },
        ]}
      />
      {attaching && <AttachToUser user={user} onClose={() => setAttaching(false)} onDone={done} />}
      {detaching && (
        <Confirm
          title={t('user.detach.title', { policy: detaching.PolicyName ?? '' })}
          button={t('user.detach')}
          act={detach}
          onClose={() => setDetaching(undefined)}
          onDone={done}
        >
          {t('user.detach.text')}
        </Confirm>
      )}
    </Panel>
  )
}

function GroupPolicies({ user }: { user: string }) {
  const policies = useLoad(() => policiesOfGroups(user), [user])
  return (
    <Panel title={t('user.fromGroups')} loading={policies.loading} fault={policies.fault} reload={policies.reload}>
      <Rows
        label={t('user.fromGroups')}
        items={policies.value ?? []}
        id={(policy) => `${policy.group} ${policy.PolicyArn}`}
        empty={t('table.none')}
        columns={[
          {
            id: 'name',
            header: t('user.policy'),
            cell: (policy) => <RouteLink to={policyPath(policy.PolicyArn ?? '')}>{policy.PolicyName}</RouteLink>,
          },
          {
            id: 'group',
            header: t('user.fromGroup'),
            cell: (policy) => <RouteLink to={groupPath(policy.group)}>{policy.group}</RouteLink>,
          },
        ]}
      />
    </Panel>
  )
}

async function policiesOfGroups(user: string): Promise<(AttachedPolicy & { group: string })[]> {
  const groups = await all(paginateListGroupsForUser(client, { UserName: user }), (page) => page.Groups)
  const lists = await Promise.all(
    groups.map(async ({ GroupName = '' }) => {
      const policies = await all(
        paginateListAttachedGroupPolicies(client, { GroupName }),
        (page) => page.AttachedPolicies,
      )
      return policies.map((policy) => ({ ...policy, group: GroupName }))
    }),
  )
  return lists.flat()
}
