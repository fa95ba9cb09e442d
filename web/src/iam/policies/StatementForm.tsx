import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import RadioGroup from '@cloudscape-design/components/radio-group'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Textarea from '@cloudscape-design/components/textarea'
import { t } from '../../text/text'
import { ActionsField } from './ActionsField'
import { ConditionsField } from './ConditionsField'
import type { VisualStatement } from './visual'

interface Props {
  number: number
  statement: VisualStatement
  onChange: (statement: VisualStatement) => void
  onRemove: () => void
}

/** One statement as a form. */
export function StatementForm({ number, statement, onChange, onRemove }: Props) {
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={statement.sid}
          actions={
            <Button onClick={onRemove} ariaLabel={t('visual.removeStatement', { number })}>
              {t('shared.remove')}
            </Button>
          }
        >
          {t('visual.statement', { number })}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <FormField label={t('visual.effect')}>
          <RadioGroup
            value={statement.effect}
            onChange={({ detail }) => onChange({ ...statement, effect: detail.value as VisualStatement['effect'] })}
            items={[
              { value: 'Allow', label: t('visual.allow') },
              { value: 'Deny', label: t('visual.deny') },
            ]}
          />
        </FormField>
        <ActionsField actions={statement.actions} onChange={(actions) => onChange({ ...statement, actions })} />
        <FormField label={t('visual.resources')} constraintText={t('visual.resources.hint')}>
          <Textarea
            value={statement.resources.join('\n')}
            onChange={({ detail }) => onChange({ ...statement, resources: detail.value.split('\n') })}
            rows={Math.max(2, statement.resources.length)}
          />
        </FormField>
        <ConditionsField
          conditions={statement.conditions}
          onChange={(conditions) => onChange({ ...statement, conditions })}
        />
      </SpaceBetween>
    </Container>
  )
}
