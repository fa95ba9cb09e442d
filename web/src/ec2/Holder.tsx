import type { Volume } from '@aws-sdk/client-ec2'
import { RouteLink } from '../ui/RouteLink'
import { instancePath } from './paths'
import { holder } from './volume'

/** The instance that a volume is attached to, with a way to it. */
export function Holder({ volume }: { volume: Volume }) {
  const instance = holder(volume)
  return instance ? <RouteLink to={instancePath(instance)}>{instance}</RouteLink> : '-'
}
