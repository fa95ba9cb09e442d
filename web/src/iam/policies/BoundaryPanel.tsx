import type { Policy } from '@aws-sdk/client-iam'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import type { Fault } from '../../data/fault'
import { useAct } from '../../data/load'
import { t } from '../../text/text'
import { Breakable } from '../../ui/Breakable'
import { Confirm } from '../../ui/Confirm'
import { Panel } from '../../ui/Panel'
import { RouteLink } from '../../ui/RouteLink'
import { policyPath } from '../paths'
import { BoundaryChoice } from './BoundaryChoice'

interface Props {
  /** The name of the user or role. */
  owner: string
  /** The ARN of the policy that is its boundary now. */
  boundary?: string
  loading: boolean
  fault?: Fault
  put: (arn: string) => Promise<unknown>
  remove: () => Promise<unknown>
  onChange: () => void
}

/** The policy that limits what a user or role can be allowed. */
export function BoundaryPanel({ owner, boundary, loading, fault, put, remove, onChange }: Props) {
  const [dialog, setDialog] = useState<'set' | 'remove'>()
  const act = useAct(remove)
  const close = () => setDialog(undefined)
  const changed = () => {
    close()
    onChange()
  }
  return (
    <Panel
      title={t('user.boundary')}
      loading={loading}
      fault={fault}
      actions={
        <SpaceBetween size="xs" direction="horizontal">
          <Button disabled={!boundary} onClick={() => setDialog('remove')}>
            {t('boundary.remove')}
          </Button>
          <Button onClick={() => setDialog('set')}>{t('boundary.set')}</Button>
        </SpaceBetween>
      }
    >
      {boundary ? (
        <RouteLink to={policyPath(boundary)}>
          <Breakable text={boundary} />
        </RouteLink>
      ) : (
        t('user.boundary.none')
      )}
      {dialog === 'set' && <SetBoundary put={put} onClose={close} onDone={changed} />}
      {dialog === 'remove' && (
        <Confirm
          title={t('boundary.remove.title', { name: owner })}
          button={t('boundary.remove')}
          act={act}
          onClose={close}
          onDone={changed}
        >
          {t('boundary.remove.text')}
        </Confirm>
      )}
    </Panel>
  )
}

function SetBoundary({ put, onClose, onDone }: Pick<Props, 'put'> & { onClose: () => void; onDone: () => void }) {
  const [chosen, setChosen] = useState<Policy>()
  const act = useAct(() => put(chosen?.Arn ?? ''))
  return (
    <Confirm
      title={t('boundary.set')}
      button={t('boundary.set')}
      act={act}
      incomplete={!chosen}
      size="large"
      onClose={onClose}
      onDone={onDone}
    >
      {t('boundary.about')}
      <BoundaryChoice chosen={chosen} onChange={setChosen} />
    </Confirm>
  )
}
