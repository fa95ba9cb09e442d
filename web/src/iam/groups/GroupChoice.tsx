import type { Group } from '@aws-sdk/client-iam'
import Multiselect from '@cloudscape-design/components/multiselect'
import type { Loaded } from '../../data/load'
import { t } from '../../text/text'

interface Props {
  groups: Loaded<Group[]>
  /** Groups that are not offered. */
  except?: string[]
  chosen: string[]
  onChange: (names: string[]) => void
}

/** A choice of groups, with search. */
export function GroupChoice({ groups, except = [], chosen, onChange }: Props) {
  const names = (groups.value ?? []).map((group) => group.GroupName ?? '').filter((name) => !except.includes(name))
  return (
    <Multiselect
      options={names.map(option)}
      selectedOptions={chosen.map(option)}
      onChange={({ detail }) => onChange(detail.selectedOptions.map((each) => each.value ?? ''))}
      statusType={groups.fault ? 'error' : groups.loading ? 'loading' : 'finished'}
      errorText={groups.fault?.message}
      loadingText={t('shared.loading')}
      filteringType="auto"
      filteringAriaLabel={t('table.search', { what: t('groups.title') })}
      placeholder={t('user.groups.choose')}
      empty={t('table.none')}
      deselectAriaLabel={(each) => `${t('shared.remove')} ${each.label}`}
    />
  )
}

const option = (name: string) => ({ value: name, label: name })
