import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { t } from '../../text/text'
import { readVisual, type VisualStatement, writeVisual } from './visual'
import { StatementForm } from './StatementForm'

const fresh: VisualStatement = { effect: 'Allow', actions: [], resources: ['*'], conditions: [] }

/** A policy as forms, one for each statement. The text changes only when a form does. */
export function VisualEditor({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const visual = readVisual(text)
  if (visual.kind === 'broken') {
    return (
      <div role="status">
        <Alert type="warning" header={t('visual.broken')}>
          {t('visual.broken.text', { message: visual.message })}
        </Alert>
      </div>
    )
  }
  if (visual.kind === 'unsupported') {
    return (
      <div role="status">
        <Alert type="info" header={t('visual.unsupported')}>
          {t('visual.unsupported.text', { elements: visual.elements.join(', ') })}
        </Alert>
      </div>
    )
  }
  const change = (statements: VisualStatement[]) => onChange(writeVisual({ ...visual, statements }))
  return (
    <SpaceBetween size="l">
      {visual.statements.map((statement, index) => (
        <StatementForm
          key={index}
          number={index + 1}
          statement={statement}
          onChange={(next) => change(visual.statements.map((old, i) => (i === index ? next : old)))}
          onRemove={() => change(visual.statements.filter((_, i) => i !== index))}
        />
      ))}
      <Button iconName="add-plus" onClick={() => change([...visual.statements, fresh])}>
        {t('visual.addStatement')}
      </Button>
    </SpaceBetween>
  )
}
