import {
  type Instance,
  RebootInstancesCommand,
  StartInstancesCommand,
  StopInstancesCommand,
  TerminateInstancesCommand,
} from '@aws-sdk/client-ec2'
import { ec2 } from '../data/ec2'

/** What can be done to instances as a whole. */
export const powers = ['start', 'stop', 'reboot', 'terminate'] as const
export type Power = (typeof powers)[number]

/** Does it to all of them, or to none. */
export function run(power: Power, ids: string[]): Promise<unknown> {
  const input = { InstanceIds: ids }
  switch (power) {
    case 'start':
      return ec2.send(new StartInstancesCommand(input))
    case 'stop':
      return ec2.send(new StopInstancesCommand(input))
    case 'reboot':
      return ec2.send(new RebootInstancesCommand(input))
    case 'terminate':
      return ec2.send(new TerminateInstancesCommand(input))
  }
}

/** Whether the state of an instance lets it be done. */
export function fits(power: Power, instance: Instance): boolean {
  const state = instance.State?.Name ?? 'pending'
  switch (power) {
    case 'start':
      return state === 'stopped'
    case 'stop':
    case 'reboot':
      return state === 'running'
    case 'terminate':
      return state !== 'terminated'
  }
}
