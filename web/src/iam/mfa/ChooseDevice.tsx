import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import RadioGroup from '@cloudscape-design/components/radio-group'
import { t } from '../../text/text'
import { nameIsLegal } from '../paths'
import type { Kind } from './device'
import { WizardStep } from './WizardStep'

interface Props {
  kind: Kind
  name: string
  /** For the root user, whom no policy binds to a name. */
  root: boolean
  onKind: (kind: Kind) => void
  onName: (name: string) => void
  onContinue: () => void
  onClose: () => void
}

/** The first step: which type of device, and the name of a virtual one. Nothing exists on the server yet. */
export function ChooseDevice({ kind, name, root, onKind, onName, onContinue, onClose }: Props) {
  const wrong = kind === 'virtual' && !nameIsLegal(name, 226)
  return (
    <WizardStep submit={t('shared.continue')} onSubmit={onContinue} onClose={onClose} disabled={wrong}>
      <FormField label={t('mfa.choose')} stretch>
        <RadioGroup
          value={kind}
          onChange={({ detail }) => onKind(detail.value as Kind)}
          items={[
            { value: 'virtual', label: t('mfa.virtual'), description: t('mfa.virtualHint') },
            { value: 'u2f', label: t('mfa.u2f'), description: t('mfa.u2fHint') },
            { value: 'hardware', label: t('mfa.hardware'), description: t('mfa.hardwareHint') },
          ]}
        />
      </FormField>
      {kind === 'virtual' && (
        <FormField
          label={t('mfa.name')}
          description={t(root ? 'mfa.rootNameHint' : 'mfa.nameHint')}
          errorText={wrong && t('mfa.nameWrong')}
        >
          <Input value={name} autoComplete={false} onChange={({ detail }) => onName(detail.value)} />
        </FormField>
      )}
    </WizardStep>
  )
}
