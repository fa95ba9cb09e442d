import { GetUserCommand, type User } from '@aws-sdk/client-iam'
import Button from '@cloudscape-design/components/button'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import Tabs from '@cloudscape-design/components/tabs'
import { useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { faultOf } from '../../data/fault'
import { iam } from '../../data/iam'
import { useLoad } from '../../data/load'
import { allUsers } from '../../data/users'
import { when } from '../../text/format'
import { t } from '../../text/text'
import { Copy } from '../../ui/Copy'
import { Page } from '../../ui/Page'
import { Panel } from '../../ui/Panel'
import { AccessAdvisor } from '../advisor/AccessAdvisor'
import { Credentials } from '../credentials/Credentials'
import { DeleteUser } from './DeleteUser'
import { UserGroups } from './UserGroups'
import { type FoundUser, UserPermissions } from './UserPermissions'
import { UserTags } from './UserTags'

/** One user: a summary, and tabs whose panels stand each for itself. */
export default function UserDetail() {
  const name = useParams().name ?? ''
  const [search, setSearch] = useSearchParams()
  const [deleting, setDeleting] = useState(false)
  const navigate = useNavigate()
  const user = useLoad(() => findUser(name), [name])

  return (
    <Page
      title={name}
      crumbs={[
        { text: t('service.iam'), to: '/iam' },
        { text: t('users.title'), to: '/iam/users' },
      ]}
      actions={<Button onClick={() => setDeleting(true)}>{t('users.delete')}</Button>}
    >
      <Panel title={t('user.summary')} loading={user.loading && !user.value} fault={user.fault} reload={user.reload}>
        <Summary user={user.value?.user} />
      </Panel>
      <Tabs
        ariaLabel={name}
        activeTabId={search.get('tab') ?? 'permissions'}
        onChange={({ detail }) => setSearch({ tab: detail.activeTabId }, { replace: true })}
        tabs={[
          {
            id: 'permissions',
            label: t('user.tab.permissions'),
            content: <UserPermissions user={name} found={user.value} fault={user.fault} onChange={user.reload} />,
          },
          { id: 'groups', label: t('user.tab.groups'), content: <UserGroups user={name} /> },
          { id: 'tags', label: t('user.tab.tags'), content: <UserTags user={name} /> },
          { id: 'credentials', label: t('user.tab.credentials'), content: <Credentials user={name} /> },
          {
            id: 'advisor',
            label: t('advisor.title'),
            content: <AccessAdvisor arn={user.value?.user?.Arn} fault={user.fault} kind="user" />,
          },
        ]}
      />
      {deleting && <DeleteUser name={name} onClose={() => setDeleting(false)} onDone={() => navigate('/iam/users')} />}
    </Page>
  )
}

function Summary({ user }: { user?: User }) {
  return (
    <KeyValuePairs
      columns={3}
      items={[
        { label: t('shared.arn'), value: user?.Arn ? <Copy text={user.Arn} /> : '-' },
        { label: t('shared.path'), value: user?.Path ?? '-' },
        { label: t('users.id'), value: user?.UserId ?? '-' },
        { label: t('users.created'), value: when(user?.CreateDate) },
        { label: t('users.keyAge'), value: when(user?.PasswordLastUsed) },
      ]}
    />
  )
}

/** The user, by GetUser or, where a policy allows only the list of users, out of that. */
async function findUser(name: string): Promise<FoundUser> {
  try {
    return { user: (await iam.send(new GetUserCommand({ UserName: name }))).User }
  } catch (denial) {
    const fault = faultOf(denial)
    if (!fault.denied) throw denial
    for await (const page of allUsers()) {
      const user = page.find((each) => each.UserName === name)
      if (user) return { user, denial: fault }
    }
    throw denial
  }
}
