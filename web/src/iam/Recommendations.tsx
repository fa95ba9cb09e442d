import { GetAccountPasswordPolicyCommand, NoSuchEntityException, type SummaryKeyType } from '@aws-sdk/client-iam'
import Box from '@cloudscape-design/components/box'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { iam } from '../data/iam'
import { type Loaded, useLoad } from '../data/load'
import { useSession } from '../data/session'
import { t } from '../text/text'
import { Panel } from '../ui/Panel'
import { RouteLink } from '../ui/RouteLink'

export type Counts = Partial<Record<SummaryKeyType, number>>

interface Check {
  name: 'rootMfa' | 'rootKeys' | 'myMfa' | 'usersExist' | 'groupsExist' | 'passwordPolicy'
  done?: boolean
  /** The page on which it is done. */
  to?: string
}

/** What is recommended of an account: each can be checked with what anybody may usually ask. */
function checks(counts: Counts, mfa: boolean, passwordPolicy?: boolean): Check[] {
  return [
    { name: 'rootMfa', done: Boolean(counts.AccountMFAEnabled) },
    { name: 'rootKeys', done: !counts.AccountAccessKeysPresent },
    { name: 'myMfa', done: mfa, to: '/security-credentials' },
    { name: 'usersExist', done: (counts.Users ?? 0) > 0, to: '/iam/users/create' },
    { name: 'groupsExist', done: (counts.Groups ?? 0) > 0, to: '/iam/groups' },
    { name: 'passwordPolicy', done: passwordPolicy, to: '/iam/account-settings' },
  ]
}

/** What is well with the security of the account, and what is left to do. */
export function Recommendations({ summary }: { summary: Loaded<Counts> }) {
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
          <Recommendation key={check.name} {...check} />
        ))}
      </SpaceBetween>
    </Panel>
  )
}

/** A fact once it is done; until then, what to do. Of the password policy alone it may be unknown. */
function Recommendation({ name, done, to }: Check) {
  if (done === undefined) {
    return (
      <div>
        <StatusIndicator type="info">{t('dashboard.unknown')}</StatusIndicator> {t('dashboard.passwordPolicy.unknown')}
      </div>
    )
  }
  if (done) {
    return (
      <div>
        <StatusIndicator>{t('dashboard.done')}</StatusIndicator> {t(`dashboard.${name}`)}
      </div>
    )
  }
  const how = t(`dashboard.${name}.how`)
  return (
    <div>
      <StatusIndicator type="warning">{t('dashboard.todo')}</StatusIndicator> {t(`dashboard.${name}.todo`)}
      <Box variant="small" display="block">
        {to ? (
          <RouteLink to={to} fontSize="body-s">
            {how}
          </RouteLink>
        ) : (
          how
        )}
      </Box>
    </div>
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
