import { ListMFADevicesCommand, paginateListVirtualMFADevices } from '@aws-sdk/client-iam'
import { useCallback, useRef } from 'react'
import { iam } from '../../data/iam'
import { all, useLoad } from '../../data/load'
import { turns } from '../../data/turns'
import { t } from '../../text/text'
import { type Kind, kindOf } from '../mfa/device'

type Holders = () => Promise<Set<string>>

/** The names of the users that a virtual device is assigned to: one question for the whole list, asked when a row first needs it. */
export function useVirtualHolders(): Holders {
  const asked = useRef<Promise<Set<string>>>(undefined)
  return useCallback(() => (asked.current ??= virtualHolders()), [])
}

async function virtualHolders() {
  const devices = await all(
    paginateListVirtualMFADevices({ client: iam, pageSize: 1000 }, { AssignmentStatus: 'Assigned' }),
    (page) => page.VirtualMFADevices,
  )
  return new Set(devices.map((device) => device.User?.UserName ?? ''))
}

/** A browser has six connections to a server, and the list itself needs one. */
const inTurn = turns(4)

/** Which kinds of MFA device a user has, asked for while the row is in view. */
export function MfaCell({ user, holders }: { user: string; holders: Holders }) {
  const kinds = useLoad((signal) => kindsOf(user, holders, signal), [user])
  if (kinds.fault) return <>{t('users.mfa.hidden')}</>
  if (!kinds.value) return <>…</>
  return <>{kinds.value.map((kind) => t(`users.mfa.${kind}`)).join(', ') || t('users.mfa.none')}</>
}

/** What a user's devices are. Where asking for them is denied, the list of virtual devices may still tell of one. */
async function kindsOf(user: string, holders: Holders, signal: AbortSignal): Promise<Kind[]> {
  try {
    const { MFADevices = [] } = await inTurn(() => listDevices(user, signal), signal)
    return [...new Set(MFADevices.map((device) => kindOf(device.SerialNumber)))]
  } catch (denial) {
    if (!signal.aborted && (await holders()).has(user)) return ['virtual']
    throw denial
  }
}

function listDevices(UserName: string, abortSignal: AbortSignal) {
  return iam.send(new ListMFADevicesCommand({ UserName }), { abortSignal })
}
