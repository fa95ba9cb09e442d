import AttributeEditor from '@cloudscape-design/components/attribute-editor'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useAct } from '../../data/load'
import { t } from '../../text/text'
import { ActFault } from '../../ui/ActFault'
import { keyTypes, missingKeys, type TypedKey } from './contextKeys'

interface Props {
  keys: TypedKey[]
  onChange: (keys: TypedKey[]) => void
  /** Answers the names of the keys that the policies ask for; undefined while there is nobody to ask about. */
  find?: () => Promise<string[]>
}

/** The context keys of a simulated request, with an offer of those that its policies ask for. */
export function ContextKeys({ keys, onChange, find }: Props) {
  const [nothing, setNothing] = useState(false)
  const offer = useAct(async () => {
    const more = missingKeys((await find?.()) ?? [], keys)
    setNothing(more.length === 0)
    onChange([...keys, ...more])
  })
  const change = (index: number, part: Partial<TypedKey>) =>
    onChange(keys.map((key, i) => (i === index ? { ...key, ...part } : key)))
  return (
    <FormField label={t('simulator.keys')} stretch>
      <SpaceBetween size="s">
        <AttributeEditor
          items={keys}
          empty={t('simulator.keys.none')}
          addButtonText={t('simulator.keys.add')}
          removeButtonText={t('shared.remove')}
          removeButtonAriaLabel={(key) => t('simulator.keys.remove', { number: keys.indexOf(key) + 1 })}
          onAddButtonClick={() => onChange([...keys, { name: '', type: 'string', values: '' }])}
          onRemoveButtonClick={({ detail }) => onChange(keys.filter((_, i) => i !== detail.itemIndex))}
          definition={[
            {
              label: t('simulator.key'),
              control: ({ name }, i) => (
                <Input value={name} onChange={({ detail }) => change(i, { name: detail.value })} />
              ),
            },
            {
              label: t('simulator.type'),
              control: ({ type }, i) => (
                <Select
                  options={keyTypes.map((value) => ({ value, label: value }))}
                  selectedOption={{ value: type, label: type }}
                  onChange={({ detail }) => change(i, { type: detail.selectedOption.value as TypedKey['type'] })}
                />
              ),
            },
            {
              label: t('simulator.values'),
              constraintText: t('simulator.valuesHint'),
              control: ({ values }, i) => (
                <Input value={values} onChange={({ detail }) => change(i, { values: detail.value })} />
              ),
            },
          ]}
        />
        <Button onClick={offer.run} loading={offer.busy} disabled={!find}>
          {t('simulator.keys.find')}
        </Button>
        <div role="status">{nothing && t('simulator.keys.found.none')}</div>
        <ActFault fault={offer.fault} />
      </SpaceBetween>
    </FormField>
  )
}
