import { DeactivateMFADeviceCommand, ResyncMFADeviceCommand } from '@aws-sdk/client-iam'
import { useState } from 'react'
import { useShell } from '../../app/shell'
import { faultOf } from '../../data/fault'
import { iam } from '../../data/iam'
import { useAct } from '../../data/load'
import { t } from '../../text/text'
import { Breakable } from '../../ui/Breakable'
import type { Task } from './ChooseTask'
import { areCodes, Codes, noCodes } from './Codes'
import { kindOf, ownerOf } from './device'
import { deleteUnfinished } from './seed'
import { WizardStep } from './WizardStep'

interface Props {
  /** Undefined: the root user. */
  user?: string
  task: Exclude<Task, { do: 'add' }>
  onBack: () => void
  onClose: () => void
  onDone: () => void
}

/** The second step for a device that a user has: it is removed, or resynchronized with two codes. */
export function ChangeDevice({ user, task, onBack, onClose, onDone }: Props) {
  const { notify } = useShell()
  const [codes, setCodes] = useState(noCodes)
  const removing = task.do === 'remove'
  const act = useAct(() =>
    removing ? remove(user, task.serial) : resync(user, task.serial, codes.first, codes.second),
  )
  const submit = async () => {
    if (!(await act.run())) return
    notify({ type: 'success', content: t(removing ? 'mfa.removed' : 'mfa.resynced') })
    onDone()
  }
  return (
    <WizardStep
      title={t(removing ? 'mfa.removing' : 'mfa.resyncing')}
      submit={t(removing ? 'mfa.do.remove' : 'mfa.do.resync')}
      onSubmit={submit}
      onClose={onClose}
      onBack={onBack}
      busy={act.busy}
      disabled={!removing && !areCodes(codes)}
      fault={act.fault}
    >
      {removing ? (
        <Breakable text={t('mfa.remove.text', { serial: task.serial })} />
      ) : (
        <Codes codes={codes} onChange={setCodes} />
      )}
    </WizardStep>
  )
}

/** Takes a device from its user. A virtual one is then deleted, so that its name is free; where a policy denies that, it stays, unassigned. */
async function remove(user: string | undefined, SerialNumber: string) {
  await iam.send(new DeactivateMFADeviceCommand({ UserName: ownerOf(user), SerialNumber }))
  if (kindOf(SerialNumber) !== 'virtual') return
  try {
    await deleteUnfinished(SerialNumber)
  } catch (error) {
    if (!faultOf(error).denied) throw error
  }
}

async function resync(
  user: string | undefined,
  SerialNumber: string,
  AuthenticationCode1: string,
  AuthenticationCode2: string,
) {
  const UserName = ownerOf(user)
  await iam.send(new ResyncMFADeviceCommand({ UserName, SerialNumber, AuthenticationCode1, AuthenticationCode2 }))
}
