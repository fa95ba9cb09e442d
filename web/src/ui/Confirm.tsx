import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { type ReactNode, useState } from 'react'
import type { Act } from '../data/load'
import { t } from '../text/text'
import { ActFault } from './ActFault'
import { Breakable } from './Breakable'

interface Props {
  title: string
  /** The word on the button that does it. */
  button: string
  act: Act<[]>
  onDone: () => void
  onClose: () => void
  /** What has to be typed before it can be done, for what cannot be undone. */
  typeName?: string
  /** Blocks the button while something is missing. */
  incomplete?: boolean
  size?: 'medium' | 'large'
  children?: ReactNode
}

/** A dialog before or around a change: what will happen, a button that does it, and why it failed if it did. Draw it only while it is open. */
export function Confirm({ title, button, act, onDone, onClose, typeName, incomplete, size, children }: Props) {
  const [typed, setTyped] = useState('')
  const ready = !incomplete && (!typeName || typed === typeName)
  const submit = async () => {
    if (ready && !act.busy && (await act.run())) onDone()
  }
  return (
    <Modal
      visible
      size={size ?? 'medium'}
      header={<Breakable text={title} />}
      closeAriaLabel={t('shared.close')}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween size="xs" direction="horizontal">
            <Button variant="link" onClick={onClose}>
              {t('shared.cancel')}
            </Button>
            <Button variant="primary" onClick={submit} loading={act.busy} disabled={!ready}>
              {button}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <SpaceBetween size="m">
          {children}
          {typeName && (
            <FormField label={t('confirm.typeName', { name: typeName })}>
              <Input value={typed} onChange={({ detail }) => setTyped(detail.value)} autoComplete={false} />
            </FormField>
          )}
          <ActFault fault={act.fault} />
        </SpaceBetween>
      </form>
    </Modal>
  )
}
