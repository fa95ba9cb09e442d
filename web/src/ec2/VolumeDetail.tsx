import { DescribeVolumesCommand, type Volume } from '@aws-sdk/client-ec2'
import { useNavigate, useParams } from 'react-router'
import { ec2 } from '../data/ec2'
import { useLoad } from '../data/load'
import { when } from '../text/format'
import { t } from '../text/text'
import { Copy } from '../ui/Copy'
import { ActionButtons } from './Actions'
import { Holder } from './Holder'
import { ResourceDetail } from './ResourceDetail'
import { nameOf } from './tags'
import { volumeActions } from './VolumeDialogs'

const up = '/ec2/volumes'

/** One volume: what it is like, where it hangs, and its tags. */
export default function VolumeDetail() {
  const id = useParams().id ?? ''
  const navigate = useNavigate()
  const volume = useLoad(
    async () => (await ec2.send(new DescribeVolumesCommand({ VolumeIds: [id] }))).Volumes?.[0],
    [id],
  )
  return (
    <ResourceDetail
      id={id}
      up={{ text: t('ec2.volumes'), to: up }}
      thing={volume}
      details={details}
      actions={
        <ActionButtons
          actions={volumeActions()}
          chosen={volume.value}
          onDone={(action) => (action.ends ? navigate(up) : volume.reload())}
        />
      }
    />
  )
}

function details(volume: Volume) {
  return [
    { label: t('volumes.id'), value: <Copy text={volume.VolumeId ?? ''} /> },
    { label: t('shared.name'), value: nameOf(volume.Tags) ?? '-' },
    { label: t('ec2.state'), value: volume.State },
    { label: t('ec2.size'), value: volume.Size },
    { label: t('volumes.type'), value: volume.VolumeType },
    { label: t('volumes.iops'), value: volume.Iops ?? '-' },
    { label: t('ec2.zone'), value: volume.AvailabilityZone },
    { label: t('ec2.attachedTo'), value: <Holder volume={volume} /> },
    { label: t('volumes.device'), value: volume.Attachments?.[0]?.Device ?? '-' },
    { label: t('volumes.encrypted'), value: t(volume.Encrypted ? 'shared.yes' : 'shared.no') },
    { label: t('shared.created'), value: when(volume.CreateTime) },
  ]
}
