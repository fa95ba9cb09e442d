import type { MFADevice } from '@aws-sdk/client-iam'
import { useState } from 'react'
import { ChangeDevice } from './ChangeDevice'
import { ChooseDevice } from './ChooseDevice'
import { ChooseTask, type Task } from './ChooseTask'
import { type Kind, usualName } from './device'
import { SetUpHardware } from './SetUpHardware'
import { SetUpKey } from './SetUpKey'
import { SetUpVirtual } from './SetUpVirtual'
import { useSeed } from './seed'
import { useAssigned } from './assigned'

interface Props {
  /** Undefined: the root user. */
  user?: string
  devices: MFADevice[]
  onClose: () => void
  /** Something was assigned, removed or resynchronized. */
  onChanged: () => void
}

/** The wizard "Manage MFA Device". Who has a device already is asked first what to do; what follows is a dialog for each step. */
export function ManageMfa({ user, devices, onClose, onChanged }: Props) {
  const [task, setTask] = useState<Task | undefined>(devices.length === 0 ? { do: 'add' } : undefined)
  if (!task) return <ChooseTask devices={devices} onChoose={setTask} onClose={onClose} />
  if (task.do === 'add') return <Assign user={user} onClose={onClose} onChanged={onChanged} />
  return <ChangeDevice user={user} task={task} onBack={() => setTask(undefined)} onClose={onClose} onDone={onChanged} />
}

function Assign({ user, onClose, onChanged }: Omit<Props, 'devices'>) {
  const [kind, setKind] = useState<Kind>('virtual')
  const [name, setName] = useState(usualName(user))
  const [begun, setBegun] = useState(false)
  const seed = useSeed()
  const announce = useAssigned(user)
  const step = {
    onBack: () => setBegun(false),
    onClose: () => {
      void seed.abandon()
      onClose()
    },
    onDone: () => {
      announce(kind)
      onChanged()
    },
  }
  if (!begun) {
    return (
      <ChooseDevice
        kind={kind}
        root={!user}
        name={name}
        onKind={setKind}
        onName={setName}
        onContinue={() => setBegun(true)}
        onClose={step.onClose}
      />
    )
  }
  if (kind === 'u2f') return <SetUpKey {...step} user={user} />
  if (kind === 'virtual') return <SetUpVirtual {...step} user={user} name={name} seed={seed} />
  return <SetUpHardware {...step} user={user} />
}
