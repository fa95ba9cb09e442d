import type { Policy } from '@aws-sdk/client-iam'
import Checkbox from '@cloudscape-design/components/checkbox'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { t } from '../../text/text'
import { BoundaryChoice } from './BoundaryChoice'

/** The boundary that something new is to have. It has no policy until one is chosen. */
export interface BoundaryWish {
  policy?: Policy
}

interface Props {
  /** Undefined: none is wanted. */
  wish?: BoundaryWish
  tried: boolean
  onChange: (wish?: BoundaryWish) => void
}

/** The boundary of something that is to be made, as a part of the page that makes it. Policies are listed only for who wants one. */
export function NewBoundary({ wish, tried, onChange }: Props) {
  return (
    <Container header={<Header description={t('boundary.about')}>{t('user.boundary')}</Header>}>
      <SpaceBetween size="m">
        <Checkbox checked={!!wish} onChange={({ detail }) => onChange(detail.checked ? {} : undefined)}>
          {t('boundary.use')}
        </Checkbox>
        {wish && <BoundaryChoice chosen={wish.policy} onChange={(policy) => onChange({ policy })} />}
        {tried && !boundaryIsComplete(wish) && (
          <div role="alert">
            <StatusIndicator type="error">{t('boundary.missing')}</StatusIndicator>
          </div>
        )}
      </SpaceBetween>
    </Container>
  )
}

export function boundaryIsComplete(wish?: BoundaryWish): boolean {
  return !wish || !!wish.policy
}
