import Box from '@cloudscape-design/components/box'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { t } from '../../text/text'
import { Breakable } from '../../ui/Breakable'
import { DecidingStatement } from '../../ui/DecidingStatement'
import { Rows } from '../../ui/Rows'
import type { Answer } from './simulation'

/** What was decided, a row for each action on each resource. */
export function SimulatorResults({ answers }: { answers: Answer[] }) {
  return (
    <Rows
      label={t('simulator.results')}
      items={answers}
      id={({ action, resource }) => `${action} ${resource}`}
      empty={t('simulator.none')}
      columns={[
        { id: 'action', header: t('simulator.action'), cell: ({ action }) => action },
        { id: 'resource', header: t('simulator.resource'), cell: ({ resource }) => <Breakable text={resource} /> },
        { id: 'decision', header: t('simulator.decision'), cell: (answer) => <Decision answer={answer} /> },
        { id: 'statements', header: t('simulator.statements'), cell: (answer) => <Statements answer={answer} /> },
      ]}
    />
  )
}

function Decision({ answer: { decision, missing } }: { answer: Answer }) {
  const key = { allowed: 'simulator.allowed', explicitDeny: 'simulator.explicitDeny' } as const
  return (
    <>
      <StatusIndicator type={decision === 'allowed' ? 'success' : 'error'}>
        {t(key[decision as keyof typeof key] ?? 'simulator.implicitDeny')}
      </StatusIndicator>
      {missing.length > 0 && <Box variant="small">{t('simulator.missing', { keys: missing.join(', ') })}</Box>}
    </>
  )
}

function Statements({ answer: { statements } }: { answer: Answer }) {
  if (statements.length === 0) return '-'
  return (
    <SpaceBetween size="xs">
      {statements.map((statement) => (
        <DecidingStatement key={`${statement.policy} ${statement.line}`} statement={statement} />
      ))}
    </SpaceBetween>
  )
}
