import { type Role, UpdateRoleCommand } from '@aws-sdk/client-iam'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Select from '@cloudscape-design/components/select'
import { useState } from 'react'
import { iam } from '../../data/iam'
import { useAct } from '../../data/load'
import { t } from '../../text/text'
import { Confirm } from '../../ui/Confirm'
import { durationText, longest, secondsPerHour } from './duration'

/** The dialog that changes what can be changed of a role itself: its description, and how long a session may last. */
export function EditRole({ role, onClose, onDone }: { role: Role; onClose: () => void; onDone: () => void }) {
  const before = role.MaxSessionDuration ?? secondsPerHour
  const [description, setDescription] = useState(role.Description ?? '')
  const [duration, setDuration] = useState(before)
  const act = useAct(() =>
    iam.send(
      new UpdateRoleCommand({ RoleName: role.RoleName, Description: description, MaxSessionDuration: duration }),
    ),
  )
  const options = durations(before).map((seconds) => ({ value: String(seconds), label: durationText(seconds) }))
  return (
    <Confirm
      title={t('role.edit.title', { name: role.RoleName ?? '' })}
      button={t('shared.save')}
      act={act}
      onClose={onClose}
      onDone={onDone}
    >
      <FormField label={t('roles.description')} stretch>
        <Input value={description} onChange={({ detail }) => setDescription(detail.value)} autoComplete={false} />
      </FormField>
      <FormField label={t('role.duration')} constraintText={t('role.durationHint')}>
        <Select
          options={options}
          selectedOption={options.find(({ value }) => value === String(duration)) ?? null}
          onChange={({ detail }) => setDuration(Number(detail.selectedOption.value))}
        />
      </FormField>
    </Confirm>
  )
}

/** The whole hours that a session may have, and what a program has set before. */
function durations(before: number): number[] {
  const hours = Array.from({ length: longest / secondsPerHour }, (_, i) => (i + 1) * secondsPerHour)
  return [...new Set([...hours, before])].sort((a, b) => a - b)
}
