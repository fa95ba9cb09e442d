import {
  CreateVolumeCommand,
  DeleteVolumeCommand,
  DescribeAvailabilityZonesCommand,
  paginateDescribeVolumes,
  type Volume,
} from '@aws-sdk/client-ec2'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import { useState } from 'react'
import { ec2 } from '../data/ec2'
import { pagesOf, useAct, useList, useLoad } from '../data/load'
import { when } from '../text/format'
import { t } from '../text/text'
import { Confirm } from '../ui/Confirm'
import type { Column } from '../ui/DataTable'
import { Page } from '../ui/Page'
import { Choice } from './Choice'
import { ResourceList } from './ResourceList'
import { nameOf } from './tags'

/** The volumes of the Region. */
export default function Volumes() {
  const list = useList(() => pagesOf(paginateDescribeVolumes({ client: ec2 }, {}), (page) => page.Volumes), [])
  const [selected, setSelected] = useState<Volume[]>([])
  const [dialog, setDialog] = useState<'create' | 'delete'>()
  const chosen = selected[0]?.VolumeId
  const close = () => setDialog(undefined)
  const changed = () => {
    close()
    setSelected([])
    list.reload()
  }

  return (
    <Page
      title={t('ec2.volumes')}
      description={t('volumes.about')}
      crumbs={[{ text: t('service.ec2'), to: '/ec2' }]}
      actions={
        <Button variant="primary" onClick={() => setDialog('create')}>
          {t('volumes.create')}
        </Button>
      }
    >
      <ResourceList
        title={t('ec2.volumes')}
        list={list}
        columns={columns()}
        id={(volume) => volume.VolumeId ?? ''}
        selection={{ selected, onChange: setSelected, type: 'single' }}
        actions={
          <Button disabled={!chosen} onClick={() => setDialog('delete')}>
            {t('shared.delete')}
          </Button>
        }
      />
      {dialog === 'create' && <Create onClose={close} onDone={changed} />}
      {dialog === 'delete' && chosen && <Delete id={chosen} onClose={close} onDone={changed} />}
    </Page>
  )
}

const holder = (volume: Volume) => volume.Attachments?.[0]?.InstanceId

function columns(): Column<Volume>[] {
  return [
    { id: 'id', header: t('ec2.id'), cell: (volume) => volume.VolumeId, text: (volume) => volume.VolumeId },
    {
      id: 'name',
      header: t('shared.name'),
      cell: (volume) => nameOf(volume.Tags) ?? '-',
      text: (volume) => nameOf(volume.Tags),
    },
    { id: 'state', header: t('ec2.state'), cell: (volume) => volume.State, text: (volume) => volume.State },
    { id: 'size', header: t('ec2.size'), cell: (volume) => volume.Size, text: (volume) => volume.Size },
    { id: 'type', header: t('shared.type'), cell: (volume) => volume.VolumeType, text: (volume) => volume.VolumeType },
    {
      id: 'zone',
      header: t('ec2.zone'),
      cell: (volume) => volume.AvailabilityZone,
      text: (volume) => volume.AvailabilityZone,
    },
    { id: 'attached', header: t('ec2.attachedTo'), cell: (volume) => holder(volume) ?? '-', text: holder },
    {
      id: 'created',
      header: t('shared.created'),
      cell: (volume) => when(volume.CreateTime),
      text: (volume) => volume.CreateTime,
    },
  ]
}

interface DialogProps {
  onClose: () => void
  onDone: () => void
}

function Create({ onClose, onDone }: DialogProps) {
  const [size, setSize] = useState('8')
  const [zone, setZone] = useState('')
  const zones = useLoad(
    async () =>
      ((await ec2.send(new DescribeAvailabilityZonesCommand({}))).AvailabilityZones ?? []).map((each) => ({
        value: each.ZoneName ?? '',
      })),
    [],
  )
  const number = Number(size)
  const fits = Number.isInteger(number) && number >= 1 && number <= 16384
  const act = useAct(() =>
    ec2.send(new CreateVolumeCommand({ AvailabilityZone: zone, Size: number, VolumeType: 'gp3' })),
  )
  return (
    <Confirm
      title={t('volumes.create')}
      button={t('volumes.create')}
      act={act}
      incomplete={!zone || !fits}
      onClose={onClose}
      onDone={onDone}
    >
      <Choice label={t('ec2.zone')} list={zones} value={zone} onChange={setZone} />
      <FormField label={t('ec2.size')} errorText={fits ? undefined : t('volumes.size.wrong')}>
        <Input value={size} inputMode="numeric" onChange={({ detail }) => setSize(detail.value)} />
      </FormField>
    </Confirm>
  )
}

function Delete({ id, onClose, onDone }: DialogProps & { id: string }) {
  const act = useAct(() => ec2.send(new DeleteVolumeCommand({ VolumeId: id })))
  return (
    <Confirm
      title={t('volumes.delete.title', { name: id })}
      button={t('shared.delete')}
      act={act}
      onClose={onClose}
      onDone={onDone}
    >
      {t('volumes.delete.text')}
    </Confirm>
  )
}
