import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useState } from 'react'
import type { Verdict } from '../data/simulate'
import { useAct } from '../data/load'
import { useSession } from '../data/session'
import { t } from '../text/text'

interface Props {
  action: string
  resource?: string
}

/** Asks the policy simulator which statement decides about an action, on demand. It answers those only who may simulate. */
export function Why({ action, resource }: Props) {
  const { arn, mfa } = useSession()
  const [verdict, setVerdict] = useState<Verdict>()
  const ask = useAct(async () =>
    setVerdict(await (await import('../data/simulate')).simulate(arn, mfa, action, resource)),
  )

  if (verdict) return <VerdictText action={action} verdict={verdict} />
  if (ask.fault) return <Box variant="small">{t('why.cannot', { message: ask.fault.message })}</Box>
  if (ask.busy) return <StatusIndicator type="loading">{t('why.asking')}</StatusIndicator>
  return <Button onClick={ask.run}>{t('why.ask')}</Button>
}

function VerdictText({ action, verdict }: { action: string; verdict: Verdict }) {
  const key = { explicitDeny: 'why.explicitDeny', allowed: 'why.allowed' } as const
  return (
    <SpaceBetween size="xxs">
      <span role="status">{t(key[verdict.decision as keyof typeof key] ?? 'why.implicitDeny', { action })}</span>
      {verdict.statements.map((statement) => (
        <Box key={`${statement.policy} ${statement.line}`} variant="code">
          {t('why.statement', statement)}
        </Box>
      ))}
    </SpaceBetween>
  )
}
