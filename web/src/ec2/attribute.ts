import {
  DescribeInstanceAttributeCommand,
  type DescribeInstanceAttributeCommandOutput,
  type InstanceAttributeName,
  ModifyInstanceAttributeCommand,
  type ModifyInstanceAttributeCommandInput,
  type ShutdownBehavior,
} from '@aws-sdk/client-ec2'
import { ec2 } from '../data/ec2'

/** Whether nobody can terminate an instance. */
export async function keepsExisting(id: string): Promise<boolean> {
  return (await ask(id, 'disableApiTermination')).DisableApiTermination?.Value ?? false
}

/** Whether nobody can stop it. */
export async function keepsRunning(id: string): Promise<boolean> {
  return (await ask(id, 'disableApiStop')).DisableApiStop?.Value ?? false
}

/** What becomes of it when it shuts itself down. */
export async function onShutdown(id: string): Promise<ShutdownBehavior> {
  const answer = await ask(id, 'instanceInitiatedShutdownBehavior')
  return (answer.InstanceInitiatedShutdownBehavior?.Value ?? 'stop') as ShutdownBehavior
}

/** Its user data, as text. */
export async function userDataOf(id: string): Promise<string> {
  return decode((await ask(id, 'userData')).UserData?.Value ?? '')
}

function ask(id: string, attribute: InstanceAttributeName): Promise<DescribeInstanceAttributeCommandOutput> {
  return ec2.send(new DescribeInstanceAttributeCommand({ InstanceId: id, Attribute: attribute }))
}

const decode = (base64: string) =>
  new TextDecoder().decode(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)))

/** Sets one attribute. */
export function modify(id: string, change: Omit<ModifyInstanceAttributeCommandInput, 'InstanceId'>): Promise<unknown> {
  return ec2.send(new ModifyInstanceAttributeCommand({ InstanceId: id, ...change }))
}
