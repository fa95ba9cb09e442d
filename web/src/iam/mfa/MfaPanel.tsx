import { paginateListMFADevices } from '@aws-sdk/client-iam'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { iam } from '../../data/iam'
import { all, useLoad } from '../../data/load'
import { when } from '../../text/format'
import { t } from '../../text/text'
import { Breakable } from '../../ui/Breakable'
import { Panel } from '../../ui/Panel'
import { kindOf, serialOf } from './device'
import { ManageMfa } from './ManageMfa'

/**
 * The MFA devices of a user, and the wizard that assigns, resynchronizes and removes them. A user is always named: without, it is asked for on
 * everything. Without a name it is the root user.
 */
export function MfaPanel({ user }: { user?: string }) {
  const devices = useLoad(
    () => all(paginateListMFADevices({ client: iam }, { UserName: user }), (page) => page.MFADevices),
    [user],
  )
  const [managing, setManaging] = useState(false)
  const list = devices.value ?? []
  return (
    <Panel
      title={t('mfa.panel')}
      loading={devices.loading && !devices.value}
      fault={devices.fault}
      reload={devices.reload}
      actions={<Button onClick={() => setManaging(true)}>{t('mfa.manage')}</Button>}
    >
      {list.length === 0 && t('mfa.none')}
      <SpaceBetween size="xs">
        {list.map((device) => (
          <div key={serialOf(device)}>
            <div>
              <Breakable
                text={t('mfa.device', { serial: serialOf(device), kind: t(`mfa.kind.${kindOf(device.SerialNumber)}`) })}
              />
            </div>
            <Box variant="small">{t('mfa.since', { date: when(device.EnableDate) })}</Box>
          </div>
        ))}
      </SpaceBetween>
      {managing && (
        <ManageMfa
          user={user}
          devices={list}
          onClose={() => setManaging(false)}
          onChanged={() => {
            setManaging(false)
            devices.reload()
          }}
        />
      )}
    </Panel>
  )
}
