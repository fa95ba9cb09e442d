import { GetAccountSummaryCommand, ListAccountAliasesCommand, type SummaryKeyType } from '@aws-sdk/client-iam'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { iam } from '../data/iam'
import { type Loaded, useLoad } from '../data/load'
import { useSession } from '../data/session'
import { figure } from '../text/format'
import { type PlainKey, t } from '../text/text'
import { Copy } from '../ui/Copy'
import { Page } from '../ui/Page'
import { Panel } from '../ui/Panel'
import { RouteLink } from '../ui/RouteLink'
import { type Counts, Recommendations } from './Recommendations'

/** IAM at a glance: where users sign in, what there is, and what should be done about security. */
export default function Dashboard() {
  const summary = useLoad(async () => (await iam.send(new GetAccountSummaryCommand({}))).SummaryMap as Counts, [])
  return (
    <Page title={t('dashboard.title')} crumbs={[{ text: t('service.iam'), to: '/iam' }]}>
      <SignIn />
      <Resources summary={summary} />
      <Recommendations summary={summary} />
    </Page>
  )
}

function SignIn() {
  const { signInUrl } = useSession()
  const aliases = useLoad(async () => (await iam.send(new ListAccountAliasesCommand({}))).AccountAliases ?? [], [])
  return (
    <SpaceBetween size="l">
      <Panel title={t('dashboard.signIn')}>
        <Copy text={signInUrl} />
      </Panel>
      <Panel title={t('dashboard.alias')} loading={aliases.loading} fault={aliases.fault} reload={aliases.reload}>
        <SpaceBetween size="xs" direction="horizontal">
          <span>{aliases.value?.[0] ?? t('dashboard.noAlias')}</span>
          <RouteLink to="/iam/account-settings">{t('dashboard.customize')}</RouteLink>
        </SpaceBetween>
      </Panel>
    </SpaceBetween>
  )
}

const resources: { label: PlainKey; key: SummaryKeyType; to?: string }[] = [
  { label: 'dashboard.users', key: 'Users', to: '/iam/users' },
  { label: 'dashboard.groups', key: 'Groups', to: '/iam/groups' },
  { label: 'dashboard.roles', key: 'Roles', to: '/iam/roles' },
  { label: 'dashboard.policies', key: 'Policies', to: '/iam/policies' },
  { label: 'dashboard.devices', key: 'MFADevicesInUse' },
]

function Resources({ summary }: { summary: Loaded<Counts> }) {
  return (
    <Panel title={t('dashboard.resources')} loading={summary.loading} fault={summary.fault} reload={summary.reload}>
      <KeyValuePairs
        columns={4}
        items={resources.map(({ label, key, to }) => {
          const number = figure(summary.value?.[key] ?? 0)
          return { label: t(label), value: to ? <RouteLink to={to}>{number}</RouteLink> : number }
        })}
      />
    </Panel>
  )
}
