import {
  type _InstanceType,
  DescribeImagesCommand,
  DescribeKeyPairsCommand,
  paginateDescribeInstanceTypes,
  paginateDescribeSecurityGroups,
  RunInstancesCommand,
} from '@aws-sdk/client-ec2'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Multiselect from '@cloudscape-design/components/multiselect'
import { useState } from 'react'
import { useShell } from '../app/shell'
import { ec2 } from '../data/ec2'
import { all, useAct, useLoad } from '../data/load'
import { t } from '../text/text'
import { Confirm } from '../ui/Confirm'
import { Choice } from './Choice'

/** The dialog in which instances are launched. A list that is denied is a field to type into: who may launch need not be allowed to look. */
export function Launch({ onDone, onClose }: { onDone: () => void; onClose: () => void }) {
  const { notify } = useShell()
  const [name, setName] = useState('')
  const [image, setImage] = useState('')
  const [type, setType] = useState('t3.micro')
  const [key, setKey] = useState('')
  const [groups, setGroups] = useState<string[]>([])
  const [count, setCount] = useState('1')
  const number = Number(count)
  const countFits = Number.isInteger(number) && number >= 1 && number <= 20
  const lists = useLaunchLists()

  const act = useAct(async () => {
    const answer = await ec2.send(
      new RunInstancesCommand({
        ImageId: image,
        InstanceType: type as _InstanceType,
        KeyName: key || undefined,
        SecurityGroupIds: groups.length > 0 ? groups : undefined,
        MinCount: number,
        MaxCount: number,
        TagSpecifications: name ? [{ ResourceType: 'instance', Tags: [{ Key: 'Name', Value: name }] }] : undefined,
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
      <Choice label={t('launch.image')} list={lists.images} value={image} onChange={setImage} />
      <Choice label={t('launch.type')} list={lists.types} value={type} onChange={setType} />
      <Choice label={t('launch.key')} list={lists.keys} value={key} onChange={setKey} none={t('launch.key.none')} />
      <FormField label={t('launch.groups')} description={t('launch.groups.hint')} stretch>
        <Multiselect
          options={lists.groups.value ?? []}
          selectedOptions={groups.map((value) => lists.groups.value?.find((each) => each.value === value) ?? { value })}
          onChange={({ detail }) => setGroups(detail.selectedOptions.map((each) => each.value ?? ''))}
          statusType={lists.groups.fault ? 'error' : lists.groups.loading ? 'loading' : 'finished'}
          errorText={lists.groups.fault?.message}
          loadingText={t('shared.loading')}
          empty={t('table.none')}
          placeholder={t('launch.choose')}
          deselectAriaLabel={(each) => `${t('shared.remove')} ${each.label}`}
        />
      </FormField>
      <FormField label={t('launch.count')} errorText={countFits ? undefined : t('launch.count.wrong')}>
        <Input value={count} inputMode="numeric" onChange={({ detail }) => setCount(detail.value)} />
      </FormField>
    </Confirm>
  )
}

function useLaunchLists() {
  return {
    images: useLoad(
      async () =>
        ((await ec2.send(new DescribeImagesCommand({}))).Images ?? []).map((image) => ({
          value: image.ImageId ?? '',
          label: image.Name,
          description: image.ImageId,
        })),
      [],
    ),
    types: useLoad(
      async () =>
        (await all(paginateDescribeInstanceTypes({ client: ec2 }, {}), (page) => page.InstanceTypes))
          .map((type) => ({ value: type.InstanceType ?? '' }))
          .sort((a, b) => a.value.localeCompare(b.value)),
      [],
    ),
    keys: useLoad(
      async () =>
        ((await ec2.send(new DescribeKeyPairsCommand({}))).KeyPairs ?? []).map((key) => ({ value: key.KeyName ?? '' })),
      [],
    ),
    groups: useLoad(
      async () =>
        (await all(paginateDescribeSecurityGroups({ client: ec2 }, {}), (page) => page.SecurityGroups)).map(
          (group) => ({
            value: group.GroupId ?? '',
            label: group.GroupName,
            description: group.GroupId,
          }),
        ),
      [],
    ),
  }
}
