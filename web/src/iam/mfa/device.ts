import type { MFADevice, VirtualMFADevice } from '@aws-sdk/client-iam'

export type Kind = 'virtual' | 'u2f' | 'hardware'

/** Whose device it is, for the operations on devices: a user's name, or what stands for the root user, who has none. */
export const ownerOf = (user: string | undefined) => user ?? 'AWS ROOT USER'

/** The name of the virtual device that a wizard proposes: policies such as the tutorial's allow a user no other. */
export const usualName = (user: string | undefined) => user ?? 'root-account-mfa-device'

/** The most MFA devices that a user can have. */
export const mostDevices = 8

/** What kind of device a serial number is of: virtual ones and security keys have ARNs. */
export function kindOf(serial: string | undefined): Kind {
  if (/:mfa\//.test(serial ?? '')) return 'virtual'
  if (/:u2f\//.test(serial ?? '')) return 'u2f'
  return 'hardware'
}

export const serialOf = (device: MFADevice | VirtualMFADevice) => device.SerialNumber ?? ''
