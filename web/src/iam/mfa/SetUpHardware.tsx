import { EnableMFADeviceCommand } from '@aws-sdk/client-iam'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import { useState } from 'react'
import { iam } from '../../data/iam'
import { useAct } from '../../data/load'
import { t } from '../../text/text'
import { areCodes, Codes, noCodes } from './Codes'
import { ownerOf } from './device'
import { WizardStep } from './WizardStep'

interface Props {
  /** Undefined: the root user. */
  user?: string
  onBack: () => void
  onClose: () => void
  onDone: () => void
}

/** The step of a hardware token: its serial number and two of its codes assign it. */
export function SetUpHardware({ user, onBack, onClose, onDone }: Props) {
  const [serial, setSerial] = useState('')
  const [codes, setCodes] = useState(noCodes)
  const assign = useAct(() =>
    iam.send(
      new EnableMFADeviceCommand({
        UserName: ownerOf(user),
        SerialNumber: serial.trim(),
        AuthenticationCode1: codes.first,
        AuthenticationCode2: codes.second,
      }),
    ),
  )
  return (
    <WizardStep
      title={t('mfa.token.title')}
      submit={t('mfa.assign')}
      onSubmit={async () => (await assign.run()) && onDone()}
      onClose={onClose}
      onBack={onBack}
      busy={assign.busy}
      disabled={!serial.trim() || !areCodes(codes)}
      fault={assign.fault}
    >
      <FormField label={t('mfa.token.serial')} description={t('mfa.token.text')}>
        <Input value={serial} autoComplete={false} onChange={({ detail }) => setSerial(detail.value)} />
      </FormField>
      <Codes codes={codes} onChange={setCodes} />
    </WizardStep>
  )
}
