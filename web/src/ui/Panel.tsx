import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import Spinner from '@cloudscape-design/components/spinner'
import type { ReactNode } from 'react'
import type { Fault } from '../data/fault'
import { t } from '../text/text'
import { FaultNote } from './FaultNote'

interface Props {
  title: string
  description?: ReactNode
  actions?: ReactNode
  counter?: string
  loading?: boolean
  fault?: Fault
  /** What to say in place of the usual sentence when permission is denied. */
  denied?: string
  reload?: () => void
  children?: ReactNode
}

/** A part of a page that stands for itself: while it loads, or when it is denied, it says so in its own place and its neighbours go on. */
export function Panel({ title, description, actions, counter, loading, fault, denied, reload, children }: Props) {
  return (
    <Container
      header={
        <Header variant="h2" description={description} actions={fault ? undefined : actions} counter={counter}>
          {title}
        </Header>
      }
    >
      <PanelBody loading={loading} fault={fault} denied={denied} reload={reload}>
        {children}
      </PanelBody>
    </Container>
  )
}

/** The inside of a Panel, for places that have a frame of their own, such as a tab. */
export function PanelBody({ loading, fault, denied, reload, children }: Omit<Props, 'title'>) {
  if (fault) return <FaultNote fault={fault} denied={denied} reload={reload} />
  if (loading) {
    return (
      <div role="status" aria-label={t('shared.loading')}>
        <Spinner size="large" />
      </div>
    )
  }
  return <>{children}</>
}
