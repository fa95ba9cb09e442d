import Checkbox from '@cloudscape-design/components/checkbox'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import RadioGroup from '@cloudscape-design/components/radio-group'
import { t } from '../../text/text'

/** A first or new password for a user: made up here, or typed. */
export interface PasswordWish {
  automatic: boolean
  typed: string
  reset: boolean
}

export const isComplete = (wish: PasswordWish) => wish.automatic || wish.typed !== ''

/** The boxes in which an administrator chooses a user's password. */
export function PasswordChoice({ wish, onChange }: { wish: PasswordWish; onChange: (wish: PasswordWish) => void }) {
  return (
    <>
      <FormField label={t('create.password')}>
        <RadioGroup
          value={wish.automatic ? 'auto' : 'custom'}
          onChange={({ detail }) => onChange({ ...wish, automatic: detail.value === 'auto' })}
          items={[
            { value: 'auto', label: t('create.auto') },
            { value: 'custom', label: t('create.custom') },
          ]}
        />
      </FormField>
      {!wish.automatic && (
        <FormField label={t('create.passwordLabel')}>
          <Input
            type="password"
            value={wish.typed}
            autoComplete="new-password"
            onChange={({ detail }) => onChange({ ...wish, typed: detail.value })}
          />
        </FormField>
      )}
      <Checkbox
        checked={wish.reset}
        description={t('create.resetHint')}
        onChange={({ detail }) => onChange({ ...wish, reset: detail.checked })}
      >
        {t('create.reset')}
      </Checkbox>
    </>
  )
}
