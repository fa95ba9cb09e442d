import { GetRoleCommand, type Role } from '@aws-sdk/client-iam'
import Button from '@cloudscape-design/components/button'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import Tabs from '@cloudscape-design/components/tabs'
import { useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { iam } from '../../data/iam'
import { useLoad } from '../../data/load'
import { useSession } from '../../data/session'
import { when } from '../../text/format'
import { t } from '../../text/text'
import { Copy } from '../../ui/Copy'
import { Page } from '../../ui/Page'
import { Panel } from '../../ui/Panel'
import { AccessAdvisor } from '../advisor/AccessAdvisor'
import { roleCrumbs } from './CreateRole'
import { durationText, secondsPerHour } from './duration'
import { EditRole } from './EditRole'
import { RolePermissions } from './RolePermissions'
import { RoleTags } from './RoleTags'
import { isForPeople } from './trust'
import { TrustPanel } from './TrustPanel'

/** The page of one role. */
export default function RoleDetail() {
  const { name = '' } = useParams()
  const [search, setSearch] = useSearchParams()
  const role = useLoad(async () => (await iam.send(new GetRoleCommand({ RoleName: name }))).Role, [name])
  const [editing, setEditing] = useState(false)
  return (
    <Page title={name} crumbs={roleCrumbs()}>
      <Panel
        title={t('role.summary')}
        loading={role.loading && !role.value}
        fault={role.fault}
        reload={role.reload}
        actions={<Button onClick={() => setEditing(true)}>{t('role.edit')}</Button>}
      >
        <Summary role={role.value} />
      </Panel>
      <Tabs
        activeTabId={search.get('tab') ?? 'permissions'}
        onChange={({ detail }) => setSearch({ tab: detail.activeTabId }, { replace: true })}
        tabs={[
          {
            id: 'permissions',
            label: t('role.tab.permissions'),
            content: <RolePermissions role={name} found={role} />,
          },
          {
            id: 'trust',
            label: t('role.tab.trust'),
            content: role.value && (
              <TrustPanel
                role={name}
                document={decodeURIComponent(role.value.AssumeRolePolicyDocument ?? '')}
                onSaved={role.reload}
              />
            ),
          },
          { id: 'tags', label: t('user.tab.tags'), content: <RoleTags role={name} /> },
          {
            id: 'advisor',
            label: t('advisor.title'),
            content: <AccessAdvisor arn={role.value?.Arn} fault={role.fault} kind="role" />,
          },
        ]}
      />
      {editing && role.value && (
        <EditRole
          role={role.value}
          onClose={() => setEditing(false)}
          onDone={() => {
            setEditing(false)
            role.reload()
          }}
        />
      )}
    </Page>
  )
}

function Summary({ role }: { role?: Role }) {
  const { account } = useSession()
  const forPeople = role && isForPeople(decodeURIComponent(role.AssumeRolePolicyDocument ?? ''))
  return (
    <KeyValuePairs
      columns={3}
      items={[
        { label: t('shared.arn'), value: role?.Arn && <Copy text={role.Arn} /> },
        { label: t('roles.description'), value: role?.Description || '-' },
        { label: t('shared.created'), value: when(role?.CreateDate) },
        { label: t('role.duration'), value: durationText(role?.MaxSessionDuration ?? secondsPerHour) },
        ...(forPeople ? [{ label: t('role.switch'), value: <Copy text={switchLink(role, account.id)} /> }] : []),
      ]}
    />
  )
}

/** Where users switch to a role. Its path belongs to its name there. */
function switchLink({ Path = '/', RoleName }: Role, account: string): string {
  const query = new URLSearchParams({ roleName: Path.slice(1) + RoleName, account })
  return `${location.origin}/switchrole?${query}`
}
