import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { type Attribute, attributes } from '../data/events'
import { t } from '../text/text'

export interface Filter {
  attribute: Attribute
  value: string
}

/** The choice of what is looked up at the server: one attribute with one value, or everything. */
export function EventFilter({ onSearch }: { onSearch: (filter: Filter | undefined) => void }) {
  const [attribute, setAttribute] = useState<Attribute>()
  const [value, setValue] = useState('')
  const options = [
    { value: '', label: t('events.filter.none') },
    ...attributes.map((each) => ({ value: each, label: t(`events.${each}`) })),
  ]
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onSearch(attribute && value ? { attribute, value } : undefined)
      }}
    >
      <SpaceBetween size="s" direction="horizontal" alignItems="end">
        <FormField label={t('events.filter')}>
          <Select
            options={options}
            selectedOption={options.find((option) => option.value === (attribute ?? '')) ?? null}
            onChange={({ detail }) => setAttribute(attributes.find((each) => each === detail.selectedOption.value))}
          />
        </FormField>
        <FormField label={t('events.value')}>
          <Input value={value} disabled={!attribute} onChange={({ detail }) => setValue(detail.value)} />
        </FormField>
        <Button formAction="submit" disabled={!!attribute && !value}>
          {t('events.search')}
        </Button>
      </SpaceBetween>
    </form>
  )
}
