import { GetRoleCommand } from '@aws-sdk/client-iam'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import Tabs from '@cloudscape-design/components/tabs'
import { useParams, useSearchParams } from 'react-router'
import { iam } from '../../data/iam'
import { useLoad } from '../../data/load'
import { when } from '../../text/format'
import { plural, t } from '../../text/text'
import { Copy } from '../../ui/Copy'
import { Page } from '../../ui/Page'
import { Panel } from '../../ui/Panel'
import { AccessAdvisor } from '../advisor/AccessAdvisor'
import { roleCrumbs } from './CreateRole'
import { RolePermissions } from './RolePermissions'
import { TrustPanel } from './TrustPanel'

const secondsPerHour = 3600

/** The page of one role. */
export default function RoleDetail() {
  const { name = '' } = useParams()
  const [search, setSearch] = useSearchParams()
  const role = useLoad(async () => (await iam.send(new GetRoleCommand({ RoleName: name }))).Role, [name])
  return (
    <Page title={name} crumbs={roleCrumbs()}>
      <Panel title={t('role.summary')} loading={role.loading && !role.value} fault={role.fault} reload={role.reload}>
        <KeyValuePairs
          columns={3}
          items={[
            { label: t('shared.arn'), value: role.value?.Arn && <Copy text={role.value.Arn} /> },
            { label: t('roles.description'), value: role.value?.Description || '-' },
            { label: t('shared.created'), value: when(role.value?.CreateDate) },
            {
              label: t('role.duration'),
              value: plural('role.duration.hours', (role.value?.MaxSessionDuration ?? secondsPerHour) / secondsPerHour),
            },
          ]}
        />
      </Panel>
      <Tabs
        activeTabId={search.get('tab') ?? 'permissions'}
        onChange={({ detail }) => setSearch({ tab: detail.activeTabId }, { replace: true })}
        tabs={[
          { id: 'permissions', label: t('role.tab.permissions'), content: <RolePermissions role={name} /> },
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
          {
            id: 'advisor',
            label: t('advisor.title'),
            content: <AccessAdvisor arn={role.value?.Arn} fault={role.fault} kind="role" />,
          },
        ]}
      />
    </Page>
  )
}
