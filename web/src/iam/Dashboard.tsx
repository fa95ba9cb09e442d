import {
  GetAccountPasswordPolicyCommand,
  GetAccountSummaryCommand,
  ListAccountAliasesCommand,
  NoSuchEntityException,
  type SummaryKeyType,
} from '@aws-sdk/client-iam'
import Box from '@cloudscape-design/components/box'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { iam } from '../data/iam'
import { type Loaded, useLoad } from '../data/load'
import { useSession } from '../data/session'
import { type PlainKey, t } from '../text/text'
import { Copy } from '../ui/Copy'
import { Page } from '../ui/Page'
import { Panel } from '../ui/Panel'
import { RouteLink } from '../ui/RouteLink'

type Counts = Partial<Record<SummaryKeyType, number>>

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
          const count = (summary.value?.[key] ?? 0).toLocaleString()
          return { label: t(label), value: to ? <RouteLink to={to}>{count}</RouteLink> : count }
        })}
      />
    </Panel>
  )
}

interface Check {
  text: PlainKey
  fix: PlainKey
  /** Undefined: it cannot be checked. */
  done?: boolean
}

/** What is recommended of an account: each can be checked with what anybody may usually ask. */
function checks(counts: Counts, mfa: boolean, passwordPolicy?: boolean): Check[] {
  return [
    { text: 'dashboard.rootMfa', fix: 'dashboard.rootMfa.fix', done: Boolean(counts.AccountMFAEnabled) },
    { text: 'dashboard.rootKeys', fix: 'dashboard.rootKeys.fix', done: !counts.AccountAccessKeysPresent },
    { text: 'dashboard.myMfa', fix: 'dashboard.myMfa.fix', done: mfa },
    { text: 'dashboard.usersExist', fix: 'dashboard.usersExist.fix', done: (counts.Users ?? 0) > 0 },
    { text: 'dashboard.groupsExist', fix: 'dashboard.groupsExist.fix', done: (counts.Groups ?? 0) > 0 },
    { text: 'dashboard.passwordPolicy', fix: 'dashboard.passwordPolicy.fix', done: passwordPolicy },
  ]
}

function Recommendations({ summary }: { summary: Loaded<Counts> }) {
  const { mfa } = useSession()
  const policy = useLoad(hasPasswordPolicy, [])
  return (
    <Panel
      title={t('dashboard.security')}
      loading={summary.loading || policy.loading}
      fault={summary.fault}
      reload={summary.reload}
    >
      <SpaceBetween size="s">
        {checks(summary.value ?? {}, mfa, policy.value).map((check) => (
          <div key={check.text}>
            <Verdict done={check.done} /> {t(check.text)}
            {check.done === false && (
              <Box variant="small" display="block">
                {t(check.fix)}
              </Box>
            )}
          </div>
        ))}
      </SpaceBetween>
    </Panel>
  )
}

function Verdict({ done }: { done?: boolean }) {
  if (done === undefined) return <StatusIndicator type="info">{t('dashboard.unknown')}</StatusIndicator>
  return (
    <StatusIndicator type={done ? 'success' : 'warning'}>
      {t(done ? 'dashboard.done' : 'dashboard.todo')}
    </StatusIndicator>
  )
}

async function hasPasswordPolicy(): Promise<boolean> {
  try {
    await iam.send(new GetAccountPasswordPolicyCommand({}))
    return true
  } catch (error) {
    if (error instanceof NoSuchEntityException) return false
    throw error
  }
}
