import ColumnLayout from '@cloudscape-design/components/column-layout'
import FormField from '@cloudscape-design/components/form-field'
import Multiselect, { type MultiselectProps } from '@cloudscape-design/components/multiselect'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { getService, listServices, type Reference } from '../../data/cardea'
import { useLoad } from '../../data/load'
import { t } from '../../text/text'
import { FaultNote } from '../../ui/FaultNote'

interface Props {
  actions: string[]
  onChange: (actions: string[]) => void
}

const levels = ['List', 'Read', 'Tagging', 'Write', 'Permissions management'] as const

/** The actions of a statement, chosen by service and access level. Those of other services stay. */
export function ActionsField({ actions, onChange }: Props) {
  const [prefix, setPrefix] = useState(() => actions[0]?.split(':')[0]?.toLowerCase() ?? '')
  const services = useLoad(() => listServices(), [])
  const reference = useLoad(async () => (/^[\w-]+$/.test(prefix) ? getService(prefix) : undefined), [prefix])
  if (services.fault) return <FaultNote fault={services.fault} reload={services.reload} />

  const own = (action: string) => action.toLowerCase().startsWith(`${prefix}:`)
  const options = (services.value?.services ?? []).map((each) => ({
    value: each.prefix,
    label: each.name,
    description: each.prefix,
  }))
  return (
    <SpaceBetween size="s">
      <ColumnLayout columns={2}>
        <FormField label={t('visual.service')}>
          <Select
            selectedOption={options.find((each) => each.value === prefix) ?? null}
            onChange={({ detail }) => setPrefix(detail.selectedOption.value ?? '')}
            options={options}
            placeholder={t('visual.service.choose')}
            filteringType="auto"
            filteringAriaLabel={t('visual.service.find')}
            virtualScroll
            statusType={services.loading ? 'loading' : 'finished'}
            loadingText={t('shared.loading')}
          />
        </FormField>
        <FormField label={t('visual.actions')} constraintText={t('visual.actions.hint')}>
          <Multiselect
            selectedOptions={actions.filter(own).map((action) => ({ value: action, label: action }))}
            onChange={({ detail }) =>
              onChange([
                ...actions.filter((action) => !own(action)),
                ...detail.selectedOptions.map((each) => each.value ?? ''),
              ])
            }
            options={reference.value ? actionOptions(reference.value) : []}
            placeholder={t('visual.actions.choose')}
            filteringType="auto"
            filteringAriaLabel={t('visual.actions.find')}
            virtualScroll
            statusType={reference.loading ? 'loading' : 'finished'}
            loadingText={t('shared.loading')}
          />
        </FormField>
      </ColumnLayout>
      <div>{actions.join(', ')}</div>
    </SpaceBetween>
  )
}

function actionOptions(reference: Reference): MultiselectProps.Options {
  const { prefix, name } = reference
  return [
    { value: `${prefix}:*`, label: t('visual.actions.all', { service: name }) },
    ...levels.map((level) => ({
      label: t('visual.actions.level', { level }),
      options: reference.actions
        .filter((action) => action.level === level)
        .map((action) => ({ value: `${prefix}:${action.name}`, label: `${prefix}:${action.name}` })),
    })),
  ]
}
