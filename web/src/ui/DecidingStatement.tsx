import Box from '@cloudscape-design/components/box'
import type { Decider } from '../data/simulate'
import { policyPath } from '../iam/paths'
import { t } from '../text/text'
import { RouteLink } from './RouteLink'
import './statement.css'

/** A statement as it is written, below the name of its policy. Who may not read the policy is told its name and the line only. */
export function DecidingStatement({ statement: { policy, line, written } }: { statement: Decider }) {
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
