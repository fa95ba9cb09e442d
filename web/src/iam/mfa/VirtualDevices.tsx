import { paginateListVirtualMFADevices, type VirtualMFADevice } from '@aws-sdk/client-iam'
import Button from '@cloudscape-design/components/button'
import { useState } from 'react'
import { useShell } from '../../app/shell'
import { iam } from '../../data/iam'
import { pagesOf, useAct, useList } from '../../data/load'
import { when } from '../../text/format'
import { t } from '../../text/text'
import { Confirm } from '../../ui/Confirm'
import { type Column, DataTable } from '../../ui/DataTable'
import { Page } from '../../ui/Page'
import { serialOf } from './device'
import { Owner, ownerName } from './Owner'
import { deleteUnfinished } from './seed'

/** The virtual MFA devices of the account, and whose they are. Those that a wizard began and nobody finished are deleted here. */
export default function VirtualDevices() {
  const list = useList(
    () => pagesOf(paginateListVirtualMFADevices({ client: iam, pageSize: 1000 }, {}), (page) => page.VirtualMFADevices),
    [],
  )
  const [selected, setSelected] = useState<VirtualMFADevice[]>([])
  const [deleting, setDeleting] = useState(false)
  const { notify } = useShell()
  const chosen = selected[0]
  const serial = chosen?.SerialNumber ?? ''
  const act = useAct(() => deleteUnfinished(serial))
  const close = () => {
    setDeleting(false)
    act.clear()
  }
  return (
    <Page
      title={t('mfa.devices')}
      description={t('mfa.devices.about')}
      crumbs={[{ text: t('service.iam'), to: '/iam' }]}
    >
      <DataTable
        name="virtual-devices"
        title={t('mfa.devices')}
        list={list}
        columns={columns()}
        id={serialOf}
        empty={t('mfa.devices.none')}
        selection={{ selected, onChange: setSelected, type: 'single' }}
        actions={
          <Button
            disabled={!chosen || isAssigned(chosen)}
            disabledReason={chosen && t('tokens.inUse')}
            onClick={() => setDeleting(true)}
          >
            {t('mfa.devices.delete')}
          </Button>
        }
      />
      {deleting && chosen && (
        <Confirm
          title={t('tokens.deleteTitle', { serial })}
          button={t('shared.delete')}
          act={act}
          onClose={close}
          onDone={() => {
            close()
            setSelected([])
            notify({ type: 'success', content: t('mfa.devices.deleted', { serial }) })
            list.reload()
          }}
        >
          {t('mfa.devices.deleteText')}
        </Confirm>
      )}
    </Page>
  )
}

function columns(): Column<VirtualMFADevice>[] {
  return [
    { id: 'serial', header: t('mfa.token.serial'), cell: serialOf, text: serialOf },
    {
      id: 'user',
      header: t('tokens.assigned'),
      cell: (device) => <Owner {...holder(device)} />,
      text: (device) => ownerName(holder(device)),
    },
    {
      id: 'enabled',
      header: t('tokens.enabled'),
      cell: ({ EnableDate }) => when(EnableDate),
      text: ({ EnableDate }) => EnableDate,
    },
  ]
}

const isAssigned = ({ User, EnableDate }: VirtualMFADevice) => Boolean(User || EnableDate)

const holder = (device: VirtualMFADevice) => ({ user: device.User?.UserName, assigned: isAssigned(device) })
