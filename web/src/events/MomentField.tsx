import DateInput from '@cloudscape-design/components/date-input'
import FormField from '@cloudscape-design/components/form-field'
import SpaceBetween from '@cloudscape-design/components/space-between'
import TimeInput from '@cloudscape-design/components/time-input'
import { t } from '../text/text'
import './filter.css'
import type { Moment } from './moment'

interface Props {
  label: string
  moment: Moment
  onChange: (moment: Moment) => void
}

/** A date with a time of day, in the reader's own time zone. Without a time it is the whole day. */
export function MomentField({ label, moment, onChange }: Props) {
  return (
    <SpaceBetween size="xs" direction="horizontal">
      <FormField label={t('events.dateOf', { what: label })}>
        <div className="filter-date">
          <DateInput
            value={moment.date}
            placeholder={t('events.dateFormat')}
            onChange={({ detail }) => onChange({ ...moment, date: detail.value })}
          />
        </div>
      </FormField>
      <FormField label={t('events.timeOf', { what: label })}>
        <div className="filter-time">
          <TimeInput
            value={moment.time}
            format="hh:mm"
            placeholder="hh:mm"
            onChange={({ detail }) => onChange({ ...moment, time: detail.value })}
          />
        </div>
      </FormField>
    </SpaceBetween>
  )
}
