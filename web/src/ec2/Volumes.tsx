import { paginateDescribeVolumes, type Volume } from '@aws-sdk/client-ec2'
import { ec2 } from '../data/ec2'
import { pagesOf, useList } from '../data/load'
import { t } from '../text/text'
import type { Column } from '../ui/DataTable'
import { Holder } from './Holder'
import { linked, moment, named, plain } from './columns'
import { volumePath } from './paths'
import { ResourcePage } from './ResourcePage'
import { holder } from './volume'
import { CreateVolume, volumeActions } from './VolumeDialogs'

const id = (volume: Volume) => volume.VolumeId ?? ''

/** The volumes of the Region. */
export default function Volumes() {
  const list = useList(() => pagesOf(paginateDescribeVolumes({ client: ec2 }, {}), (page) => page.Volumes), [])
  return (
    <ResourcePage
      name="volumes"
      title={t('ec2.volumes')}
      description={t('volumes.about')}
      list={list}
      columns={columns()}
      id={id}
      creations={[{ text: t('volumes.create'), dialog: (frame) => <CreateVolume {...frame} /> }]}
      actions={volumeActions()}
    />
  )
}

function columns(): Column<Volume>[] {
  return [
    linked('id', t('volumes.id'), id, (volume) => volumePath(id(volume))),
    named(),
    plain('state', t('ec2.state'), (volume) => volume.State),
    plain('size', t('ec2.size'), (volume) => volume.Size),
    plain('type', t('volumes.type'), (volume) => volume.VolumeType),
    plain('zone', t('ec2.zone'), (volume) => volume.AvailabilityZone),
    { id: 'attached', header: t('ec2.attachedTo'), text: holder, cell: (volume) => <Holder volume={volume} /> },
    moment('created', t('shared.created'), (volume) => volume.CreateTime),
  ]
}
