import { CreateVirtualMFADeviceCommand, DeleteVirtualMFADeviceCommand } from '@aws-sdk/client-iam'
import { useRef } from 'react'
import { iam } from '../../data/iam'

/** A virtual device that has been made and not yet assigned: its serial number, its secret as text, and its QR code as a PNG. */
export interface Seed {
  serial: string
  secret: string
  png: Blob
}

/** The one device that a wizard makes. */
export interface SeedKeeper {
  /** Makes the device of a name; the one that was made before, if it has that name. */
  make: (name: string) => Promise<Seed>
  /** The wizard is left without assigning: the device is deleted where a policy allows it, and stays where it does not. */
  abandon: () => Promise<void>
  /** The device has been assigned, and is no longer the wizard's to delete. */
  keep: () => void
}

/** Keeps the device of a wizard, so that going back and forth makes no second one. */
export function useSeed(): SeedKeeper {
  const made = useRef<{ name: string; seed: Promise<Seed> }>(undefined)

  const abandon = async () => {
    const old = made.current
    made.current = undefined
    const seed = await old?.seed.catch(() => undefined)
    // A policy such as the tutorial's denies this before MFA. An administrator deletes the device then.
    if (seed) await deleteUnfinished(seed.serial).catch(() => undefined)
  }
  const make = async (name: string) => {
    if (made.current?.name === name) return made.current.seed
    await abandon()
    const seed = create(name)
    made.current = { name, seed }
    seed.catch(() => {
      made.current = undefined
    })
    return seed
  }
  return { make, abandon, keep: () => (made.current = undefined) }
}

/** Deletes a virtual device that is assigned to nobody; one that is assigned is refused by the server. */
export async function deleteUnfinished(serial: string): Promise<void> {
  await iam.send(new DeleteVirtualMFADeviceCommand({ SerialNumber: serial }))
}

async function create(name: string): Promise<Seed> {
  const { VirtualMFADevice: device } = await iam.send(new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: name }))
  return {
    serial: device?.SerialNumber ?? '',
    secret: new TextDecoder().decode(device?.Base32StringSeed),
    png: new Blob([new Uint8Array(device?.QRCodePNG ?? [])], { type: 'image/png' }),
  }
}
