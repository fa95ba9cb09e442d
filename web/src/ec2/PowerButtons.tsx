import type { Instance } from '@aws-sdk/client-ec2'
import Button from '@cloudscape-design/components/button'
import { useState } from 'react'
import { useShell } from '../app/shell'
import { useAct } from '../data/load'
import { t } from '../text/text'
import { Confirm } from '../ui/Confirm'
import { fits, type Power, powers, run } from './power'

/** The buttons that start, stop, reboot and terminate the chosen instances, each after a question. */
export function PowerButtons({ chosen, onDone }: { chosen: Instance[]; onDone: () => void }) {
  const [asked, setAsked] = useState<Power>()
  return (
    <>
      {powers.map((power) => (
        <Button
          key={power}
          disabled={chosen.length === 0 || !chosen.every((instance) => fits(power, instance))}
          onClick={() => setAsked(power)}
        >
          {t(`instances.${power}`)}
        </Button>
      ))}
      {asked && (
        <PowerDialog
          power={asked}
          ids={chosen.map((instance) => instance.InstanceId ?? '')}
          onClose={() => setAsked(undefined)}
          onDone={() => {
            setAsked(undefined)
            onDone()
          }}
        />
      )}
    </>
  )
}

interface DialogProps {
  power: Power
  ids: string[]
  onClose: () => void
  onDone: () => void
}

function PowerDialog({ power, ids, onClose, onDone }: DialogProps) {
  const { notify } = useShell()
  const act = useAct(() => run(power, ids))
  const action = t(`instances.${power}`)
  return (
    <Confirm
      title={t('instances.action.title', { action, count: ids.length })}
      button={action}
      act={act}
      onClose={onClose}
      onDone={() => {
        notify({ type: 'success', content: t('instances.done', { action, ids: ids.join(', ') }) })
        onDone()
      }}
    >
      {t(`instances.${power}.text`)}
      <div>{ids.join(', ')}</div>
    </Confirm>
  )
}
