import { ChangePasswordCommand } from '@aws-sdk/client-iam'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import { useState } from 'react'
import { useShell } from '../../app/shell'
import { iam } from '../../data/iam'
import { useAct } from '../../data/load'
import { t } from '../../text/text'
import { Confirm } from '../../ui/Confirm'

/** The dialog in which a person changes the password that they sign in with. */
export function ChangePassword({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const { notify } = useShell()
  const [old, setOld] = useState('')
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const act = useAct(() => iam.send(new ChangePasswordCommand({ OldPassword: old, NewPassword: first })))
  const differ = second !== '' && first !== second
  return (
    <Confirm
      title={t('password.change')}
      button={t('password.change')}
      act={act}
      incomplete={!old || !first || first !== second}
      onClose={onClose}
      onDone={() => {
        notify({ type: 'success', content: t('password.changed') })
        onDone()
      }}
    >
      <FormField label={t('password.old')}>
        <Input
          type="password"
          autoComplete="current-password"
          value={old}
          onChange={({ detail }) => setOld(detail.value)}
        />
      </FormField>
      <FormField label={t('password.new')}>
        <Input
          type="password"
          autoComplete="new-password"
          value={first}
          onChange={({ detail }) => setFirst(detail.value)}
        />
      </FormField>
      <FormField label={t('password.again')} errorText={differ && t('password.differ')}>
        <Input
          type="password"
          autoComplete="new-password"
          value={second}
          onChange={({ detail }) => setSecond(detail.value)}
        />
      </FormField>
    </Confirm>
  )
}
