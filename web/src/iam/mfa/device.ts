import type { MFADevice } from '@aws-sdk/client-iam'

export type Kind = 'virtual' | 'u2f' | 'hardware'

/** The most MFA devices that a user can have. */
export const mostDevices = 8

/** What kind of device a serial number is of: virtual ones and security keys have ARNs. */
export function kindOf(serial: string | undefined): Kind {
  if (/:mfa\//.test(serial ?? '')) return 'virtual'
  if (/:u2f\//.test(serial ?? '')) return 'u2f'
  return 'hardware'
}

export const serialOf = (device: MFADevice) => device.SerialNumber ?? ''
