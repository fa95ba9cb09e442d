import Alert from '@cloudscape-design/components/alert'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import type { Fault } from '../../data/fault'
import { plural, t } from '../../text/text'
import { ActFault } from '../../ui/ActFault'
import type { SeedFile } from './seedFile'

/** How many lines are named at once. */
const most = 20

/** What will be imported; or each line that keeps it from being so, by what is read here or by what the server answered. */
export function SeedProblems({ seeds, fault, sent }: { seeds: SeedFile; fault?: Fault; sent: number }) {
  if (seeds.problems.length) return <Problems seeds={seeds} />
  if (fault) return <Refused seeds={seeds} fault={fault} sent={sent} />
  return <StatusIndicator type="success">{plural('tokens.ready', seeds.tokens.length)}</StatusIndicator>
}

/** Where the columns are in another order, what was read as a serial number is a seed: only lines are named. */
function Problems({ seeds: { problems } }: { seeds: SeedFile }) {
  return (
    <Alert type="error" header={problems[0]?.line ? t('tokens.nothing') : t('tokens.nothingOne')}>
      <ul>
        {problems.slice(0, most).map(({ line, wrong }) => (
          <li key={line}>{at(line, t(wrong))}</li>
        ))}
      </ul>
      {problems.length > most && t('tokens.more', { count: problems.length - most })}
    </Alert>
  )
}

/** A refusal, with the line of the token that it names. */
function Refused({ seeds, fault, sent }: { seeds: SeedFile; fault: Fault; sent: number }) {
  const named = seeds.tokens.find(({ serial }) => fault.message.split(/\s/).includes(serial))
  return (
    <SpaceBetween size="m">
      {sent > 0 && <Alert type="warning">{t('tokens.partly', { count: sent })}</Alert>}
      {named ? (
        <Alert type="error" header={sent > 0 ? undefined : t('tokens.nothingOne')}>
          {at(named.line, fault.message)}
        </Alert>
      ) : (
        <ActFault fault={fault} />
      )}
    </SpaceBetween>
  )
}

function at(line: number, wrong: string): string {
  return line ? t('tokens.at', { line, wrong }) : wrong
}
