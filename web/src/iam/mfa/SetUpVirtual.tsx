import { EnableMFADeviceCommand } from '@aws-sdk/client-iam'
import Box from '@cloudscape-design/components/box'
import { useState } from 'react'
import { iam } from '../../data/iam'
import { useAct, useLoad } from '../../data/load'
import { t } from '../../text/text'
import { PanelBody } from '../../ui/Panel'
import { areCodes, Codes, noCodes } from './Codes'
import { ownerOf, usualName } from './device'
import type { SeedKeeper } from './seed'
import { SeedShow } from './SeedShow'
import { Unfinished } from './Unfinished'
import { WizardStep } from './WizardStep'

interface Props {
  /** Undefined: the root user. */
  user?: string
  name: string
  seed: SeedKeeper
  onBack: () => void
  onClose: () => void
  onDone: () => void
}

/** The step of a virtual device: it is made now, its secret is shown on demand, and two codes assign it. */
export function SetUpVirtual({ user, name, seed, onBack, onClose, onDone }: Props) {
  const device = useLoad(() => seed.make(name), [name])
  const [codes, setCodes] = useState(noCodes)
  const assign = useAct(async () => {
    await iam.send(
      new EnableMFADeviceCommand({
        UserName: ownerOf(user),
        SerialNumber: device.value?.serial,
        AuthenticationCode1: codes.first,
        AuthenticationCode2: codes.second,
      }),
    )
    seed.keep()
  })
  const submit = async () => {
    if (await assign.run()) onDone()
  }
  const usual = usualName(user)
  const refusal = name === usual ? device.fault?.message : t('mfa.nameRefused', { name, usual })
  const taken = device.fault?.code === 'EntityAlreadyExists'
  return (
    <WizardStep
      title={t('mfa.setUp')}
      submit={t('mfa.assign')}
      onSubmit={submit}
      onClose={onClose}
      onBack={onBack}
      busy={assign.busy}
      disabled={!device.value || !areCodes(codes)}
      fault={assign.fault}
    >
      {taken ? (
        <Unfinished name={name} onGone={device.reload} />
      ) : (
        <PanelBody loading={device.loading} fault={device.fault} denied={refusal} reload={device.reload}>
          <ol>
            <li>{t('mfa.step.app')}</li>
            <li>
              {t('mfa.step.scan')}
              {device.value && <SeedShow seed={device.value} name={name} />}
            </li>
            <li>{t('mfa.step.codes')}</li>
          </ol>
          <Box margin={{ top: 's' }}>
            <Codes codes={codes} onChange={setCodes} />
          </Box>
        </PanelBody>
      )}
    </WizardStep>
  )
}
