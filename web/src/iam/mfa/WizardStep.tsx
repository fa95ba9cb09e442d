import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Header from '@cloudscape-design/components/header'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ReactNode } from 'react'
import type { Fault } from '../../data/fault'
import { t } from '../../text/text'
import { ActFault } from '../../ui/ActFault'

interface Props {
  /** The heading of the step, below the wizard's own. */
  title?: string
  submit: string
  onSubmit: () => void
  onClose: () => void
  onBack?: () => void
  busy?: boolean
  disabled?: boolean
  fault?: Fault
  children: ReactNode
}

/** A step of the wizard "Manage MFA Device": a form with Cancel, Previous and one button that goes on. Enter goes on, too. */
export function WizardStep({ title, submit, onSubmit, onClose, onBack, busy, disabled, fault, children }: Props) {
  const go = () => {
    if (!busy && !disabled) onSubmit()
  }
  return (
    <Modal
      visible
      header={t('mfa.wizard')}
      closeAriaLabel={t('shared.close')}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween size="xs" direction="horizontal">
            <Button variant="link" onClick={onClose}>
              {t('shared.cancel')}
            </Button>
            {onBack && <Button onClick={onBack}>{t('shared.previous')}</Button>}
            <Button variant="primary" onClick={go} loading={busy} disabled={disabled}>
              {submit}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          go()
        }}
      >
        <SpaceBetween size="m">
          {title && <Header variant="h3">{title}</Header>}
          {children}
          <ActFault fault={fault} />
          <input type="submit" hidden />
        </SpaceBetween>
      </form>
    </Modal>
  )
}
