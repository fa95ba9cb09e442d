import type { MFADevice } from '@aws-sdk/client-iam'
import FormField from '@cloudscape-design/components/form-field'
import RadioGroup from '@cloudscape-design/components/radio-group'
import Select from '@cloudscape-design/components/select'
import { useState } from 'react'
import { t } from '../../text/text'
import { kindOf, mostDevices, serialOf } from './device'
import { WizardStep } from './WizardStep'

/** What to do about the devices that a user has. */
export type Task = { do: 'add' } | { do: 'remove' | 'resync'; serial: string }

interface Props {
  devices: MFADevice[]
  onChoose: (task: Task) => void
  onClose: () => void
}

/** The first step for a user who has devices: remove or resynchronize one, or assign another. */
export function ChooseTask({ devices, onChoose, onClose }: Props) {
  const [what, setWhat] = useState<Task['do']>('remove')
  const [serial, setSerial] = useState(devices[0]?.SerialNumber ?? '')
  const full = devices.length >= mostDevices
  const options = devices.map((device) => ({ value: serialOf(device), label: serialOf(device) }))
  const isKey = kindOf(serial) === 'u2f'
  return (
    <WizardStep
      submit={t('shared.continue')}
      disabled={(what === 'add' && full) || (what === 'resync' && isKey)}
      onSubmit={() => onChoose(what === 'add' ? { do: 'add' } : { do: what, serial })}
      onClose={onClose}
    >
      <FormField label={t('mfa.do')} errorText={what === 'add' && full && t('mfa.full')} stretch>
        <RadioGroup
          value={what}
          onChange={({ detail }) => setWhat(detail.value as Task['do'])}
          items={[
            { value: 'remove', label: t('mfa.do.remove') },
            { value: 'resync', label: t('mfa.do.resync'), description: t('mfa.do.resyncHint'), disabled: isKey },
            { value: 'add', label: t('mfa.do.add') },
          ]}
        />
      </FormField>
      {what !== 'add' && devices.length > 1 && (
        <FormField label={t('mfa.which')}>
          <Select
            selectedOption={options.find((option) => option.value === serial) ?? null}
            options={options}
            onChange={({ detail }) => setSerial(detail.selectedOption.value ?? '')}
          />
        </FormField>
      )}
    </WizardStep>
  )
}
