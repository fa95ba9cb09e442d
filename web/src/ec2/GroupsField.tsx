import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Multiselect from '@cloudscape-design/components/multiselect'
import { useState } from 'react'
import { useLoad } from '../data/load'
import { t } from '../text/text'
import { unlisted } from './Choice'
import { securityGroups } from './choices'

interface Props {
  /** Identifiers. */
  groups: string[]
  onChange: (groups: string[]) => void
  hint?: string
}

/** A choice of security groups, or a field for their identifiers where the list cannot be shown. */
export function GroupsField({ groups, onChange, hint }: Props) {
  const list = useLoad(securityGroups, [])
  const [typed, setTyped] = useState(groups.join(', '))
  if (list.fault) {
    return (
      <FormField
        label={t('launch.groups')}
        description={t('launch.groups.ids')}
        constraintText={unlisted(list.fault)}
        stretch
      >
        <Input
          value={typed}
          onChange={({ detail }) => {
            setTyped(detail.value)
            onChange(detail.value.split(/[\s,]+/).filter(Boolean))
          }}
        />
      </FormField>
    )
  }
  const options = list.value ?? []
  return (
    <FormField label={t('launch.groups')} description={hint} stretch>
      <Multiselect
        options={options}
        selectedOptions={groups.map((value) => options.find((each) => each.value === value) ?? { value })}
        onChange={({ detail }) => onChange(detail.selectedOptions.map((each) => each.value ?? ''))}
        statusType={list.loading ? 'loading' : 'finished'}
        loadingText={t('shared.loading')}
        empty={t('table.none')}
        placeholder={t('launch.choose')}
        deselectAriaLabel={(each) => `${t('shared.remove')} ${each.label ?? each.value}`}
      />
    </FormField>
  )
}
