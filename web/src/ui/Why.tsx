import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useState } from 'react'
import { useAct } from '../data/load'
import { useSession } from '../data/session'
import type { Decider, Verdict } from '../data/simulate'
import { policyPath } from '../iam/paths'
import { t } from '../text/text'
import { RouteLink } from './RouteLink'
import './statement.css'

interface Props {
  action: string
  resource?: string
}

/** Asks the policy simulator which statement decides about an action, on demand. It answers those only who may simulate. */
export function Why({ action, resource }: Props) {
  const session = useSession()
  const [verdict, setVerdict] = useState<Verdict>()
  const ask = useAct(async () =>
    setVerdict(await (await import('../data/simulate')).simulate(session, action, resource)),
  )

  if (verdict) return <VerdictText action={action} verdict={verdict} />
  if (ask.fault) {
    const text = ask.fault.denied ? t('why.cannot') : t('why.failed', { message: ask.fault.message })
    return <span role="status">{text}</span>
  }
  if (ask.busy) return <StatusIndicator type="loading">{t('why.asking')}</StatusIndicator>
  return <Button onClick={ask.run}>{t('why.ask')}</Button>
}

function VerdictText({ action, verdict }: { action: string; verdict: Verdict }) {
  const key = { explicitDeny: 'why.explicitDeny', allowed: 'why.allowed' } as const
  return (
    <SpaceBetween size="xxs">
      <span role="status">{t(key[verdict.decision as keyof typeof key] ?? 'why.implicitDeny', { action })}</span>
      {verdict.statements.map((statement) => (
        <DecidingStatement key={`${statement.policy} ${statement.line}`} statement={statement} />
      ))}
    </SpaceBetween>
  )
}

/** A statement as it is written, below the name of its policy. Who may not read the policy is told its name and the line only. */
function DecidingStatement({ statement: { policy, line, written } }: { statement: Decider }) {
  return (
    <div>
      <Box variant="small">
        {t('why.statement', { policy, line })}{' '}
        {written?.arn && (
          <RouteLink to={policyPath(written.arn)} ariaLabel={t('why.open', { policy })}>
            {t('why.open', { policy })}
          </RouteLink>
        )}
      </Box>
      {written && (
        <div className="statement" tabIndex={0} role="region" aria-label={t('why.statement', { policy, line })}>
          <Box variant="pre">{written.text}</Box>
        </div>
      )}
    </div>
  )
}
