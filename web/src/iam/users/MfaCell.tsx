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

/** Which kind of MFA device a user has. Who has no virtual one is asked for alone, while the row is in view. */
export function MfaCell({ user, holders }: { user: string; holders: Loaded<Set<string>> }) {
  if (holders.loading) return <>…</>
  if (holders.value?.has(user)) return <>{t('users.mfa.virtual')}</>
  return <OtherKind user={user} />
}

function OtherKind({ user }: { user: string }) {
  const devices = useLoad(() => iam.send(new ListMFADevicesCommand({ UserName: user })), [user])
  if (devices.fault) return <>{t('users.mfa.hidden')}</>
  if (!devices.value) return <>…</>
  const first = devices.value.MFADevices?.[0]
  return <>{first ? t(`users.mfa.${kindOf(first.SerialNumber)}`) : t('users.mfa.none')}</>
}
