import { type PasswordPolicy, UpdateAccountPasswordPolicyCommand } from '@aws-sdk/client-iam'
import Checkbox from '@cloudscape-design/components/checkbox'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import { useState } from 'react'
import { useShell } from '../../app/shell'
import { iam } from '../../data/iam'
import { useAct } from '../../data/load'
import { t } from '../../text/text'
import { Confirm } from '../../ui/Confirm'

/** What a password policy can demand or allow, in the names of the API. */
export const demands = [
  'RequireUppercaseCharacters',
  'RequireLowercaseCharacters',
  'RequireNumbers',
  'RequireSymbols',
  'AllowUsersToChangePassword',
  'HardExpiry',
] as const

interface Props {
  before?: PasswordPolicy
  onClose: () => void
  onDone: () => void
}

/** The dialog that sets the whole policy: what it leaves out goes back to its default, so all of it is sent. */
export function PasswordPolicyDialog({ before, onClose, onDone }: Props) {
  const { notify } = useShell()
  const [length, setLength] = useState(String(before?.MinimumPasswordLength ?? 8))
  const [age, setAge] = useState(text(before?.MaxPasswordAge))
  const [reuse, setReuse] = useState(text(before?.PasswordReusePrevention))
  const [wanted, setWanted] = useState<Partial<Record<(typeof demands)[number], boolean>>>(before ?? {})
  const lengthFits = inRange(length, 6, 128)
  const act = useAct(() =>
    iam.send(
      new UpdateAccountPasswordPolicyCommand({
        ...Object.fromEntries(demands.map((name) => [name, wanted[name] ?? false])),
        MinimumPasswordLength: Number(length),
        MaxPasswordAge: age ? Number(age) : undefined,
        PasswordReusePrevention: reuse ? Number(reuse) : undefined,
      }),
    ),
  )
  return (
    <Confirm
      title={t('settings.password.change')}
      button={t('shared.save')}
      act={act}
      incomplete={!lengthFits || (age !== '' && !inRange(age, 1, 1095)) || (reuse !== '' && !inRange(reuse, 1, 24))}
      onClose={onClose}
      onDone={() => {
        notify({ type: 'success', content: t('settings.password.saved') })
        onDone()
      }}
    >
      <FormField
        label={t('settings.password.length')}
        errorText={lengthFits ? undefined : t('settings.password.lengthWrong')}
      >
        <Input value={length} inputMode="numeric" onChange={({ detail }) => setLength(detail.value)} />
      </FormField>
      {demands.map((name) => (
        <Checkbox
          key={name}
          checked={wanted[name] ?? false}
          onChange={({ detail }) => setWanted({ ...wanted, [name]: detail.checked })}
        >
          {t(`settings.password.${name}`)}
        </Checkbox>
      ))}
      <FormField label={t('settings.password.age')} constraintText={t('settings.password.ageHint')}>
        <Input value={age} inputMode="numeric" onChange={({ detail }) => setAge(detail.value)} />
      </FormField>
      <FormField label={t('settings.password.reuse')} constraintText={t('settings.password.reuseHint')}>
        <Input value={reuse} inputMode="numeric" onChange={({ detail }) => setReuse(detail.value)} />
      </FormField>
    </Confirm>
  )
}

const text = (number: number | undefined) => (number ? String(number) : '')

function inRange(text: string, least: number, most: number): boolean {
  return /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most
}
