import type { Instance } from '@aws-sdk/client-ec2'
import { when } from '../text/format'
import { t } from '../text/text'
import { Panel } from '../ui/Panel'
import { RouteLink } from '../ui/RouteLink'
import { Rows } from '../ui/Rows'
import { volumePath } from './paths'

/** The volumes that hang on an instance. */
export function DevicesPanel({ instance }: { instance: Instance }) {
  const devices = instance.BlockDeviceMappings ?? []
  return (
    <Panel title={t('ec2.volumes')} counter={`(${devices.length})`}>
      <Rows
        label={t('ec2.volumes')}
        items={devices}
        id={(device) => device.DeviceName ?? ''}
        empty={t('instance.noVolumes')}
        columns={[
          { id: 'device', header: t('volumes.device'), cell: (device) => device.DeviceName },
          {
            id: 'volume',
            header: t('volumes.id'),
            cell: (device) => <RouteLink to={volumePath(device.Ebs?.VolumeId ?? '')}>{device.Ebs?.VolumeId}</RouteLink>,
          },
          { id: 'at', header: t('instance.attached'), cell: (device) => when(device.Ebs?.AttachTime) },
          {
            id: 'goes',
            header: t('instance.deletes'),
            cell: (device) => t(device.Ebs?.DeleteOnTermination ? 'shared.yes' : 'shared.no'),
          },
        ]}
      />
    </Panel>
  )
}
