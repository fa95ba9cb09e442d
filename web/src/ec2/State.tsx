import type { Instance } from '@aws-sdk/client-ec2'
import StatusIndicator from '@cloudscape-design/components/status-indicator'

const looks = {
  running: 'success',
  stopped: 'stopped',
  terminated: 'error',
} as const

/** The state of an instance, in EC2's word. */
export function State({ instance }: { instance: Instance }) {
  const name = instance.State?.Name ?? 'pending'
  return <StatusIndicator type={looks[name as keyof typeof looks] ?? 'in-progress'}>{name}</StatusIndicator>
}
