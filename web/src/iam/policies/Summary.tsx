import Box from '@cloudscape-design/components/box'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Table from '@cloudscape-design/components/table'
import { summarizePolicy, type SummaryRow } from '../../data/cardea'
import { useLoad } from '../../data/load'
import { t } from '../../text/text'
import { Panel } from '../../ui/Panel'

/** Of a column, in pixels. On a narrow screen the table is then moved sideways rather than its words broken. */
const minWidth = 150

const sections = ['Uncategorized', 'ExplicitDeny', 'Allow'] as const

/** What a policy grants and denies, by service. */
export function Summary({ document }: { document: string }) {
  const summary = useLoad(() => summarizePolicy(document), [document])
  const rows = summary.value
  return (
    <Panel title={t('policy.summary')} loading={summary.loading && !rows} fault={summary.fault} reload={summary.reload}>
      {rows ? (
        <SpaceBetween size="l">
          {sections.map((section) => (
            <Section key={section} section={section} rows={rows.filter((row) => row.section === section)} />
          ))}
        </SpaceBetween>
      ) : (
        t('policy.summary.none')
      )}
    </Panel>
  )
}

function Section({ section, rows }: { section: SummaryRow['section']; rows: SummaryRow[] }) {
  if (rows.length === 0) return null
  const title = t(`policy.summary.${section}`)
  return (
    <Table
      variant="embedded"
      wrapLines
      items={rows}
      header={<Box variant="h3">{title}</Box>}
      ariaLabels={{ tableLabel: title }}
      columnDefinitions={[
        { id: 'service', header: t('policy.summary.service'), cell: (row) => <Service row={row} />, isRowHeader: true, minWidth },
        { id: 'level', header: t('policy.summary.level'), cell: (row) => <Level row={row} />, minWidth },
        { id: 'resource', header: t('policy.summary.resource'), cell: resourceText, minWidth },
        { id: 'condition', header: t('policy.summary.condition'), cell: (row) => <Conditions row={row} />, minWidth },
      ]}
    />
  )
}

function Service({ row }: { row: SummaryRow }) {
  if (row.service !== '*') return row.serviceName ? `${row.serviceName} (${row.service})` : row.service
  if (row.except.length === 0) return t('policy.summary.all')
  return (
    <>
      {t('policy.summary.except')}
      <Names title={t('policy.summary.exceptions', { count: row.except.length })} names={row.except} />
    </>
  )
}

function Level({ row }: { row: SummaryRow }) {
  if (row.section === 'Uncategorized') return <Names title={t('policy.summary.unknown')} names={row.actions} />
  if (row.full) return t('policy.summary.full')
  const levels = (limited: boolean) =>
    row.levels
      .filter((level) => level.limited === limited)
      .map((level) => level.level)
      .join(', ')
  return (
    <>
      {levels(false) && <div>{t('policy.summary.fullLevels', { levels: levels(false) })}</div>}
      {levels(true) && <div>{t('policy.summary.limitedLevels', { levels: levels(true) })}</div>}
      <Names title={t('policy.summary.actions', { count: row.actions.length })} names={row.actions} />
    </>
  )
}

function Names({ title, names }: { title: string; names: string[] }) {
  return (
    <ExpandableSection headerText={title} variant="inline">
      {names.map((name) => (
        <Box key={name} variant="code" display="block">
          {name}
        </Box>
      ))}
    </ExpandableSection>
  )
}

function resourceText(row: SummaryRow) {
  if (row.resources.length === 1 && row.resources[0] === '*') return t('policy.summary.everything')
  if (row.resources.length > 1)
    return <Names title={t('policy.summary.multipleCount', { count: row.resources.length })} names={row.resources} />
  return row.resources[0] ?? ''
}

function Conditions({ row }: { row: SummaryRow }) {
  if (row.conditions.length === 0) return t('policy.summary.none.condition')
  return row.conditions.map((condition) => (
    <div key={`${condition.operator} ${condition.key} ${condition.values.join()}`}>
      {[condition.key, condition.operator, condition.values.join(', ')].join(' | ')}
    </div>
  ))
}
