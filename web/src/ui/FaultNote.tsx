import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { deniedAsk, type Fault } from '../data/fault'
import { t } from '../text/text'
import { Breakable } from './Breakable'
import { Why } from './Why'

interface Props {
  fault: Fault
  /** What to say in place of the usual sentence when permission is denied. */
  denied?: string
  reload?: () => void
}

/** What a panel shows in place of its content: that permission is denied, and why for those who may ask; or what failed, and a way to try again. */
export function FaultNote({ fault, denied, reload }: Props) {
  if (!fault.denied) {
    return (
      <Alert type="error" action={reload && <Button onClick={reload}>{t('shared.retry')}</Button>}>
        {t('panel.failed', { message: fault.message })}
      </Alert>
    )
  }
  const ask = deniedAsk(fault)
  return (
    <Alert type="warning">
      <SpaceBetween size="xs">
        <span>{denied ?? (ask ? t('panel.denied', { action: ask.action }) : t('panel.deniedUnknown'))}</span>
        <ExpandableSection headerText={t('panel.details')}>
          <SpaceBetween size="s">
            <Box variant="code">
              <Breakable text={fault.message} />
            </Box>
            {fault.requestId && <Box variant="small">{t('panel.request', { id: fault.requestId })}</Box>}
            {ask && <Why action={ask.action} resource={ask.resource} />}
          </SpaceBetween>
        </ExpandableSection>
      </SpaceBetween>
    </Alert>
  )
}
