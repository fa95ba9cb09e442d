import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { type Attribute, attributes, type Filter } from '../data/events'
import { t } from '../text/text'
import './filter.css'
import { MomentField } from './MomentField'
import { isIncomplete, type Moment, noMoment, timeOf } from './moment'

/** The choice of what is looked up at the server: one attribute with one value, and a range of time; or everything. */
export function EventFilter({ onSearch }: { onSearch: (filter: Filter) => void }) {
  const [attribute, setAttribute] = useState<Attribute>()
  const [value, setValue] = useState('')
  const [from, setFrom] = useState<Moment>(noMoment)
  const [to, setTo] = useState<Moment>(noMoment)
  const incomplete = (attribute && !value) || isIncomplete(from) || isIncomplete(to)
  const options = [
    { value: '', label: t('events.filter.none') },
    ...attributes.map((each) => ({ value: each, label: t(`events.${each}`) })),
  ]
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (incomplete) return
        const match = attribute && { attribute, value }
        onSearch({ match, start: timeOf(from, 'start'), end: timeOf(to, 'end') })
      }}
    >
      <SpaceBetween size="s" direction="horizontal" alignItems="end">
        <FormField label={t('events.filter')}>
          <div className="filter-attribute">
            <Select
              options={options}
              selectedOption={options.find((option) => option.value === (attribute ?? '')) ?? null}
              onChange={({ detail }) => setAttribute(attributes.find((each) => each === detail.selectedOption.value))}
            />
          </div>
        </FormField>
        <FormField label={t('events.value')}>
          <Input value={value} disabled={!attribute} onChange={({ detail }) => setValue(detail.value)} />
        </FormField>
        <MomentField label={t('events.from')} moment={from} onChange={setFrom} />
        <MomentField label={t('events.to')} moment={to} onChange={setTo} />
        <Button formAction="submit" disabled={!!incomplete}>
          {t('events.search')}
        </Button>
      </SpaceBetween>
    </form>
  )
}
