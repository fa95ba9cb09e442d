import {
  AddUserToGroupCommand,
  type Group,
  paginateListGroups,
  paginateListGroupsForUser,
  RemoveUserFromGroupCommand,
} from '@aws-sdk/client-iam'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import { useState } from 'react'
import { useShell } from '../../app/shell'
import { deniedAsk } from '../../data/fault'
import { iam } from '../../data/iam'
import { all, useAct, useLoad } from '../../data/load'
import { t } from '../../text/text'
import { Confirm } from '../../ui/Confirm'
import { Panel } from '../../ui/Panel'
import { RouteLink } from '../../ui/RouteLink'
import { Rows } from '../../ui/Rows'
import { GroupChoice } from '../groups/GroupChoice'
import { groupPath } from '../paths'

/** The groups that a user is in. */
export function UserGroups({ user }: { user: string }) {
  const groups = useLoad(
    () => all(paginateListGroupsForUser({ client: iam }, { UserName: user }), (page) => page.Groups),
    [user],
  )
  const [joining, setJoining] = useState(false)
  const [leaving, setLeaving] = useState<Group>()
  const leave = useAct(() =>
    iam.send(new RemoveUserFromGroupCommand({ UserName: user, GroupName: leaving?.GroupName })),
  )
  const list = groups.value ?? []
  return (
    <Panel
      title={t('user.tab.groups')}
      counter={groups.value && `(${list.length})`}
      loading={groups.loading && !groups.value}
      fault={groups.fault}
      denied={
        groups.fault && t('user.groups.denied', { action: deniedAsk(groups.fault)?.action ?? 'iam:ListGroupsForUser' })
      }
      reload={groups.reload}
      actions={<Button onClick={() => setJoining(true)}>{t('user.groups.join')}</Button>}
    >
      <Rows
        label={t('user.tab.groups')}
        items={list}
        id={(group) => group.GroupName ?? ''}
        empty={t('user.groups.none')}
        columns={[
          {
            id: 'name',
            header: t('groups.name'),
            cell: (group) => <RouteLink to={groupPath(group.GroupName ?? '')}>{group.GroupName}</RouteLink>,
          },
          {
            id: 'leave',
            header: t('shared.actions'),
            cell: (group) => (
              <Button
                variant="inline-link"
                onClick={() => setLeaving(group)}
                ariaLabel={`${t('user.groups.leave')} ${group.GroupName}`}
              >
                {t('user.groups.leave')}
              </Button>
            ),
          },
        ]}
      />
      {joining && (
        <JoinGroups
          user={user}
          member={list.map((group) => group.GroupName ?? '')}
          onClose={() => setJoining(false)}
          onDone={() => {
            setJoining(false)
            groups.reload()
          }}
        />
      )}
      {leaving && (
        <Confirm
          title={t('user.groups.leave.title', { user, group: leaving.GroupName ?? '' })}
          button={t('user.groups.leave')}
          act={leave}
          onClose={() => setLeaving(undefined)}
          onDone={() => {
            setLeaving(undefined)
            groups.reload()
          }}
        >
          {t('user.groups.leave.text')}
        </Confirm>
      )}
    </Panel>
  )
}

interface JoinProps {
  user: string
  member: string[]
  onClose: () => void
  onDone: () => void
}

function JoinGroups({ user, member, onClose, onDone }: JoinProps) {
  const { notify } = useShell()
  const groups = useLoad(() => all(paginateListGroups({ client: iam }, {}), (page) => page.Groups), [])
  const [chosen, setChosen] = useState<string[]>([])
  const act = useAct(async () => {
    for (const GroupName of chosen) await iam.send(new AddUserToGroupCommand({ UserName: user, GroupName }))
  })
  return (
    <Confirm
      title={t('user.groups.join')}
      button={t('user.groups.join')}
      act={act}
      incomplete={chosen.length === 0}
      onClose={onClose}
      onDone={() => {
        notify({ type: 'success', content: t('user.groups.joined', { user }) })
        onDone()
      }}
    >
      <FormField label={t('user.groups.choose')} stretch>
        <GroupChoice groups={groups} except={member} chosen={chosen} onChange={setChosen} />
      </FormField>
    </Confirm>
  )
}
