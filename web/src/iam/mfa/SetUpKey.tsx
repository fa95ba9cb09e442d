import { useAct } from '../../data/load'
import { registerPasskey } from '../../data/passkey'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import { t } from '../../text/text'
import { WizardStep } from './WizardStep'

interface Props {
  /** Undefined: the root user. */
  user?: string
  onBack: () => void
  onClose: () => void
  onDone: () => void
}

/** What the browser's refusals mean to a person. https://www.w3.org/TR/webauthn-3/#sctn-createCredential */
const refusals: Record<string, 'mfa.key.known' | 'mfa.key.refused'> = {
  InvalidStateError: 'mfa.key.known',
  NotAllowedError: 'mfa.key.refused',
}

/** The step of a security key: the browser asks for it, and the server keeps its public key. */
export function SetUpKey({ user, onBack, onClose, onDone }: Props) {
  const supported = typeof PublicKeyCredential !== 'undefined'
  const register = useAct(() => registerPasskey(user))
  const refusal = register.fault && refusals[register.fault.code]
  return (
    <WizardStep
      title={t('mfa.key.title')}
      submit={t('mfa.key.register')}
      onSubmit={async () => (await register.run()) && onDone()}
      onClose={onClose}
      onBack={onBack}
      busy={register.busy}
      disabled={!supported}
      fault={refusal ? undefined : register.fault}
    >
      <Box variant="p">{t('mfa.key.text')}</Box>
      {!supported && <Alert type="warning">{t('mfa.key.unsupported')}</Alert>}
      {register.busy && <StatusIndicator type="loading">{t('mfa.key.waiting')}</StatusIndicator>}
      {refusal && <Alert type="error">{t(refusal)}</Alert>}
    </WizardStep>
  )
}
