import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useState } from 'react'
import { useAct } from '../data/load'
import { useSession } from '../data/session'
import type { Verdict } from '../data/simulate'
import { t } from '../text/text'
import { DecidingStatement } from './DecidingStatement'

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
