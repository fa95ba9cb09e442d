import { type _InstanceType, RunInstancesCommand } from '@aws-sdk/client-ec2'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import { useState } from 'react'
import { useShell } from '../app/shell'
import { ec2 } from '../data/ec2'
import { useAct, useLoad } from '../data/load'
import { t } from '../text/text'
import { Confirm } from '../ui/Confirm'
import type { Tag } from '../ui/TagsEditor'
import { Choice } from './Choice'
import { images, instanceTypes, keyNames, zones } from './choices'
import { GroupsField } from './GroupsField'
import { TagsField } from './TagsField'
import { tagged } from './tags'

/** The dialog in which instances are launched. A list that is denied is a field to type into: who may launch need not be allowed to look. */
export function Launch({ onDone, onClose }: { onDone: () => void; onClose: () => void }) {
  const { notify } = useShell()
  const [name, setName] = useState('')
  const [image, setImage] = useState('')
  const [type, setType] = useState('t3.micro')
  const [key, setKey] = useState('')
  const [groups, setGroups] = useState<string[]>([])
  const [zone, setZone] = useState('')
  const [tags, setTags] = useState<Tag[]>([])
  const [count, setCount] = useState('1')
  const number = Number(count)
  const countFits = Number.isInteger(number) && number >= 1 && number <= 20

  const act = useAct(async () => {
    const answer = await ec2.send(
      new RunInstancesCommand({
        ImageId: image,
        InstanceType: type as _InstanceType,
        KeyName: key || undefined,
        SecurityGroupIds: groups.length > 0 ? groups : undefined,
        MinCount: number,
        MaxCount: number,
        Placement: zone ? { AvailabilityZone: zone } : undefined,
        TagSpecifications: tagged('instance', name ? [{ Key: 'Name', Value: name }, ...tags] : tags),
      }),
    )
    const ids = (answer.Instances ?? []).map((instance) => instance.InstanceId ?? '')
    notify({ type: 'success', content: t('launch.done', { ids: ids.join(', ') }) })
  })

  return (
    <Confirm
      title={t('launch.title')}
      button={t('instances.launch')}
      act={act}
      incomplete={!image || !type || !countFits}
      onClose={onClose}
      onDone={onDone}
    >
      <FormField label={t('launch.name')} stretch>
        <Input value={name} onChange={({ detail }) => setName(detail.value)} />
      </FormField>
      <Choice label={t('launch.image')} list={useLoad(images, [])} value={image} onChange={setImage} />
      <Choice label={t('launch.type')} list={useLoad(instanceTypes, [])} value={type} onChange={setType} />
      <Choice
        label={t('launch.key')}
        list={useLoad(keyNames, [])}
        value={key}
        onChange={setKey}
        none={t('launch.key.none')}
      />
      <GroupsField groups={groups} onChange={setGroups} hint={t('launch.groups.hint')} />
      <Choice
        label={t('ec2.zone')}
        list={useLoad(zones, [])}
        value={zone}
        onChange={setZone}
        none={t('launch.zone.none')}
      />
      <FormField label={t('launch.count')} errorText={countFits ? undefined : t('launch.count.wrong')}>
        <Input value={count} inputMode="numeric" onChange={({ detail }) => setCount(detail.value)} />
      </FormField>
      <TagsField tags={tags} onChange={setTags} />
    </Confirm>
  )
}
