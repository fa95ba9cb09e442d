import Alert from '@cloudscape-design/components/alert'
import { useEffect, useRef } from 'react'
import type { Fault } from '../data/fault'
import { FaultNote } from './FaultNote'

/**
 * Why a change was not made, beside the button that asked for it. The message is the server's own, and is read out. At the end of a long form it is brought into view: the
 * button may stand where the end is not to be seen.
 */
export function ActFault({ fault }: { fault?: Fault }) {
  const note = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // In some browsers this answers a promise, which must not become the effect's own answer.
    note.current?.scrollIntoView({ block: 'center' })
  }, [fault])
  if (!fault) return null
  return (
    <div ref={note} role="alert">
      {fault.denied ? <FaultNote fault={fault} denied={fault.message} /> : <Alert type="error">{fault.message}</Alert>}
    </div>
  )
}
