import { CreateSecurityGroupCommand, DeleteSecurityGroupCommand, type SecurityGroup } from '@aws-sdk/client-ec2'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import { useState } from 'react'
import { ec2 } from '../data/ec2'
import { useAct } from '../data/load'
import { t } from '../text/text'
import { Confirm } from '../ui/Confirm'
import type { Tag } from '../ui/TagsEditor'
import type { Action, DialogProps } from './Actions'
import { Question } from './Question'
import { TagsField } from './TagsField'
import { tagged } from './tags'

/** What can be done to a security group as a whole. */
export function groupActions(): Action<SecurityGroup>[] {
  return [
    {
      text: t('shared.delete'),
      ends: true,
      fits: (group) => group.GroupName !== 'default',
      dialog: (group, frame) => (
        <Question
          title={t('groups.ec2.delete.title', { name: group.GroupName ?? '' })}
          text={t('groups.ec2.delete.text')}
          run={() => ec2.send(new DeleteSecurityGroupCommand({ GroupId: group.GroupId }))}
          {...frame}
        />
      ),
    },
  ]
}

export function CreateGroup(frame: DialogProps) {
  const [name, setName] = useState('')
  const [description, setDescription] = useState('')
  const [tags, setTags] = useState<Tag[]>([])
  const act = useAct(() =>
    ec2.send(
      new CreateSecurityGroupCommand({
        GroupName: name,
        Description: description,
        TagSpecifications: tagged('security-group', tags),
      }),
    ),
  )
  return (
    <Confirm
      title={t('groups.ec2.create')}
      button={t('groups.ec2.create')}
      act={act}
      incomplete={!name || !description}
      {...frame}
    >
      <FormField label={t('groups.ec2.name')} stretch>
        <Input value={name} onChange={({ detail }) => setName(detail.value)} />
      </FormField>
      <FormField label={t('ec2.description')} stretch>
        <Input value={description} onChange={({ detail }) => setDescription(detail.value)} />
      </FormField>
      <TagsField tags={tags} onChange={setTags} />
    </Confirm>
  )
}
