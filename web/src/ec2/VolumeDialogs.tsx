import {
  AttachVolumeCommand,
  CreateVolumeCommand,
  DeleteVolumeCommand,
  DetachVolumeCommand,
  ModifyVolumeCommand,
  type Volume,
} from '@aws-sdk/client-ec2'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import { useState } from 'react'
import { ec2 } from '../data/ec2'
import { useAct, useLoad } from '../data/load'
import { t } from '../text/text'
import { Confirm } from '../ui/Confirm'
import type { Tag } from '../ui/TagsEditor'
import type { Action, DialogProps } from './Actions'
import { Choice } from './Choice'
import { instancesIn, zones } from './choices'
import { Question } from './Question'
import { TagsField } from './TagsField'
import { tagged } from './tags'
import { changeOf, complete, formOf, holder, newVolume, requestOf } from './volume'
import { VolumeFields } from './VolumeFields'

/** What can be done to a volume. */
export function volumeActions(): Action<Volume>[] {
  return [
    {
      text: t('volumes.attach'),
      fits: (volume) => volume.State === 'available',
      dialog: (volume, frame) => <Attach volume={volume} {...frame} />,
    },
    {
      text: t('volumes.detach'),
      fits: (volume) => holder(volume) !== undefined,
      dialog: (volume, frame) => (
        <Question
          title={t('volumes.detach.title', { name: volume.VolumeId ?? '', instance: holder(volume) ?? '' })}
          text={t('volumes.detach.text')}
          button={t('volumes.detach')}
          run={() => ec2.send(new DetachVolumeCommand({ VolumeId: volume.VolumeId }))}
          {...frame}
        />
      ),
    },
    {
      text: t('volumes.modify'),
      dialog: (volume, frame) => <Modify volume={volume} {...frame} />,
    },
    {
      text: t('shared.delete'),
      fits: (volume) => holder(volume) === undefined,
      ends: true,
      dialog: (volume, frame) => (
        <Question
          title={t('volumes.delete.title', { name: volume.VolumeId ?? '' })}
          text={t('volumes.delete.text')}
          run={() => ec2.send(new DeleteVolumeCommand({ VolumeId: volume.VolumeId }))}
          {...frame}
        />
      ),
    },
  ]
}

export function CreateVolume(frame: DialogProps) {
  const [form, setForm] = useState(newVolume)
  const [zone, setZone] = useState('')
  const [tags, setTags] = useState<Tag[]>([])
  const act = useAct(() =>
    ec2.send(
      new CreateVolumeCommand({
        AvailabilityZone: zone,
        TagSpecifications: tagged('volume', tags),
        ...requestOf(form),
      }),
    ),
  )
  return (
    <Confirm
      title={t('volumes.create')}
      button={t('volumes.create')}
      act={act}
      incomplete={!zone || !complete(form)}
      {...frame}
    >
      <Choice label={t('ec2.zone')} list={useLoad(zones, [])} value={zone} onChange={setZone} />
      <VolumeFields form={form} onChange={setForm} />
      <TagsField tags={tags} onChange={setTags} />
    </Confirm>
  )
}

function Attach({ volume, ...frame }: DialogProps & { volume: Volume }) {
  const [instance, setInstance] = useState('')
  const [device, setDevice] = useState('/dev/sdf')
  const instances = useLoad(() => instancesIn(volume.AvailabilityZone), [])
  const act = useAct(() =>
    ec2.send(new AttachVolumeCommand({ VolumeId: volume.VolumeId, InstanceId: instance, Device: device })),
  )
  return (
    <Confirm
      title={t('volumes.attach.title', { name: volume.VolumeId ?? '' })}
      button={t('volumes.attach')}
      act={act}
      incomplete={!instance || !device}
      {...frame}
    >
      {t('volumes.attach.text', { zone: volume.AvailabilityZone ?? '' })}
      <Choice label={t('volumes.instance')} list={instances} value={instance} onChange={setInstance} />
      <FormField label={t('volumes.device')} stretch>
        <Input value={device} onChange={({ detail }) => setDevice(detail.value)} />
      </FormField>
    </Confirm>
  )
}

function Modify({ volume, ...frame }: DialogProps & { volume: Volume }) {
  const before = formOf(volume)
  const [form, setForm] = useState(before)
  const change = changeOf(before, form)
  const act = useAct(() => ec2.send(new ModifyVolumeCommand({ VolumeId: volume.VolumeId, ...change })))
  return (
    <Confirm
      title={t('volumes.modify.title', { name: volume.VolumeId ?? '' })}
      button={t('volumes.modify')}
      act={act}
      incomplete={!change || !complete(form)}
      {...frame}
    >
      {t('volumes.modify.text')}
      <VolumeFields form={form} onChange={setForm} />
    </Confirm>
  )
}
