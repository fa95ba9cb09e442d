import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Select from '@cloudscape-design/components/select'
import type { Fault } from '../data/fault'
import type { Loaded } from '../data/load'
import { t } from '../text/text'
import type { Option } from './choices'

interface Props {
  label: string
  list: Loaded<Option[]>
  value: string
  onChange: (value: string) => void
  /** What the choice of nothing is called; without it something has to be chosen. */
  none?: string
}

/** A choice from a list, or a field to type into where the list cannot be shown. */
export function Choice({ label, list, value, onChange, none }: Props) {
  if (list.fault) {
    return (
      <FormField label={label} constraintText={unlisted(list.fault)} stretch>
        <Input value={value} onChange={({ detail }) => onChange(detail.value)} />
      </FormField>
    )
  }
  const options: Option[] = [...(none ? [{ value: '', label: none }] : []), ...(list.value ?? [])]
  return (
    <FormField label={label} stretch>
      <Select
        options={options}
        selectedOption={options.find((option) => option.value === value) ?? null}
        onChange={({ detail }) => onChange(detail.selectedOption.value ?? '')}
        statusType={list.loading ? 'loading' : 'finished'}
        loadingText={t('shared.loading')}
        filteringType="auto"
        filteringAriaLabel={t('table.search', { what: label })}
        placeholder={t('launch.choose')}
        empty={t('table.none')}
      />
    </FormField>
  )
}

/** Why there is a field to type into in place of a list. */
export function unlisted(fault: Fault): string {
  return t('launch.typeIt', { message: fault.denied ? t('ec2.denied') : fault.message })
}
