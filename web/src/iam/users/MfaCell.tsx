import { ListMFADevicesCommand, paginateListVirtualMFADevices } from '@aws-sdk/client-iam'
import { iam } from '../../data/iam'
import { all, type Loaded, useLoad } from '../../data/load'
import { t } from '../../text/text'
import { kindOf } from '../mfa/device'

/** The names of the users that a virtual device is assigned to, in one question for the whole list. */
export function useVirtualHolders(): Loaded<Set<string>> {
  return useLoad(async () => {
    const devices = await all(
      paginateListVirtualMFADevices({ client: iam, pageSize: 1000 }, { AssignmentStatus: 'Assigned' }),
      (page) => page.VirtualMFADevices,
    )
    return new Set(devices.map((device) => device.User?.UserName ?? ''))
  }, [])
}

/** Which kinds of MFA device a user has, asked for while the row is in view. Where that is denied, the list of virtual devices may still tell. */
export function MfaCell({ user, holders }: { user: string; holders: Loaded<Set<string>> }) {
  const devices = useLoad(() => iam.send(new ListMFADevicesCommand({ UserName: user })), [user])
  if (devices.value) {
    const kinds = new Set(devices.value.MFADevices?.map((device) => kindOf(device.SerialNumber)))
    return <>{kinds.size > 0 ? [...kinds].map((kind) => t(`users.mfa.${kind}`)).join(', ') : t('users.mfa.none')}</>
  }
  if (devices.loading || holders.loading) return <>…</>
  return <>{t(holders.value?.has(user) ? 'users.mfa.virtual' : 'users.mfa.hidden')}</>
}
