import AttributeEditor from '@cloudscape-design/components/attribute-editor'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import { t } from '../../text/text'
import type { VisualCondition } from './visual'

interface Props {
  conditions: VisualCondition[]
  onChange: (conditions: VisualCondition[]) => void
}

/** The conditions of a statement: all of them must hold. */
export function ConditionsField({ conditions, onChange }: Props) {
  const change = (index: number, part: Partial<VisualCondition>) =>
    onChange(conditions.map((condition, i) => (i === index ? { ...condition, ...part } : condition)))
  return (
    <FormField label={t('visual.conditions')} stretch>
      <AttributeEditor
        items={conditions}
        empty={t('policy.summary.none.condition')}
        addButtonText={t('visual.condition.add')}
        removeButtonText={t('shared.remove')}
        removeButtonAriaLabel={(condition) =>
          t('visual.condition.remove', { number: conditions.indexOf(condition) + 1 })
        }
        onAddButtonClick={() =>
          onChange([...conditions, { operator: 'StringEquals', key: 'aws:PrincipalTag/key', values: [''] }])
        }
        onRemoveButtonClick={({ detail }) => onChange(conditions.filter((_, i) => i !== detail.itemIndex))}
        definition={[
          {
            label: t('visual.condition.operator'),
            control: ({ operator }, i) => (
              <Input value={operator} onChange={({ detail }) => change(i, { operator: detail.value })} />
            ),
          },
          {
            label: t('visual.condition.key'),
            control: ({ key }, i) => <Input value={key} onChange={({ detail }) => change(i, { key: detail.value })} />,
          },
          {
            label: t('visual.condition.values'),
            constraintText: t('visual.condition.values.hint'),
            control: ({ values }, i) => (
              <Input
                value={values.join(',')}
                onChange={({ detail }) => change(i, { values: detail.value.split(',') })}
              />
            ),
          },
        ]}
      />
    </FormField>
  )
}
