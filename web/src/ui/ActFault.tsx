import Alert from '@cloudscape-design/components/alert'
import type { Fault } from '../data/fault'
import { FaultNote } from './FaultNote'

/** Why a change was not made, beside the button that asked for it. The message is the server's own. */
export function ActFault({ fault }: { fault?: Fault }) {
  if (!fault) return null
  if (fault.denied) return <FaultNote fault={fault} denied={fault.message} />
  return <Alert type="error">{fault.message}</Alert>
}
