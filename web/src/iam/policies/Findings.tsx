import Box from '@cloudscape-design/components/box'
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator'
import type { Finding, FindingType } from '../../data/findings'
import type { Loaded } from '../../data/load'
import { t } from '../../text/text'
import { FaultNote } from '../../ui/FaultNote'
import './findings.css'

const signs: Record<FindingType, StatusIndicatorProps.Type> = {
  ERROR: 'error',
  SECURITY_WARNING: 'warning',
  WARNING: 'warning',
  SUGGESTION: 'info',
}

/** What the validator says about a document, each with its line and column. Changes are read out by screen readers. */
export function Findings({ findings }: { findings: Loaded<Finding[]> }) {
  if (findings.fault) return <FaultNote fault={findings.fault} reload={findings.reload} />
  const list = findings.value ?? []
  return (
    <div role="status" aria-live="polite">
      {list.length === 0 ? (
        <Box color="text-body-secondary">{t(findings.loading ? 'findings.checking' : 'findings.none')}</Box>
      ) : (
        <ul className="findings" aria-label={t('findings.title')}>
          {list.map((finding, i) => (
            <li key={i}>
              <StatusIndicator type={signs[finding.type]}>{t(`findings.${finding.type}`)}</StatusIndicator>{' '}
              {finding.places.map((place) => t('findings.place', place)).join('; ')}
              <Box>{`${finding.code}: ${finding.details}`}</Box>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
