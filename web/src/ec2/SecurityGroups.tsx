import {
  CreateSecurityGroupCommand,
  DeleteSecurityGroupCommand,
  paginateDescribeSecurityGroups,
  type SecurityGroup,
} from '@aws-sdk/client-ec2'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import { useState } from 'react'
import { ec2 } from '../data/ec2'
import { pagesOf, useAct, useList } from '../data/load'
import { t } from '../text/text'
import { Confirm } from '../ui/Confirm'
import type { Column } from '../ui/DataTable'
import { Page } from '../ui/Page'
import { InboundRules } from './InboundRules'
import { ResourceList } from './ResourceList'

/** The security groups of the Region, and the inbound rules of the one that is chosen. */
export default function SecurityGroups() {
  const list = useList(
    () => pagesOf(paginateDescribeSecurityGroups({ client: ec2 }, {}), (page) => page.SecurityGroups),
    [],
  )
  const [selected, setSelected] = useState<SecurityGroup[]>([])
  const [dialog, setDialog] = useState<'create' | 'delete'>()
  const chosen = selected[0]
  const close = () => setDialog(undefined)
  const changed = () => {
    close()
    setSelected([])
    list.reload()
  }

  return (
    <Page
      title={t('ec2.groups')}
      description={t('groups.ec2.about')}
      crumbs={[{ text: t('service.ec2'), to: '/ec2' }]}
      actions={
        <Button variant="primary" onClick={() => setDialog('create')}>
          {t('groups.ec2.create')}
        </Button>
      }
    >
      <ResourceList
        title={t('ec2.groups')}
        list={list}
        columns={columns()}
        id={(group) => group.GroupId ?? ''}
        selection={{ selected, onChange: setSelected, type: 'single' }}
        actions={
          <Button disabled={!chosen} onClick={() => setDialog('delete')}>
            {t('shared.delete')}
          </Button>
        }
      />
      {chosen && <InboundRules key={chosen.GroupId} group={chosen} />}
      {dialog === 'create' && <Create onClose={close} onDone={changed} />}
      {dialog === 'delete' && chosen && <Delete group={chosen} onClose={close} onDone={changed} />}
    </Page>
  )
}

function columns(): Column<SecurityGroup>[] {
  return [
    { id: 'name', header: t('groups.ec2.name'), cell: (group) => group.GroupName, text: (group) => group.GroupName },
    { id: 'id', header: t('groups.ec2.id'), cell: (group) => group.GroupId, text: (group) => group.GroupId },
    { id: 'vpc', header: t('ec2.vpc'), cell: (group) => group.VpcId, text: (group) => group.VpcId },
    {
      id: 'description',
      header: t('ec2.description'),
      cell: (group) => group.Description,
      text: (group) => group.Description,
    },
  ]
}

interface DialogProps {
  onClose: () => void
  onDone: () => void
}

function Create({ onClose, onDone }: DialogProps) {
  const [name, setName] = useState('')
  const [description, setDescription] = useState('')
  const act = useAct(() => ec2.send(new CreateSecurityGroupCommand({ GroupName: name, Description: description })))
  return (
    <Confirm
      title={t('groups.ec2.create')}
      button={t('groups.ec2.create')}
      act={act}
      incomplete={!name || !description}
      onClose={onClose}
      onDone={onDone}
    >
      <FormField label={t('groups.ec2.name')} stretch>
        <Input value={name} onChange={({ detail }) => setName(detail.value)} />
      </FormField>
      <FormField label={t('ec2.description')} stretch>
        <Input value={description} onChange={({ detail }) => setDescription(detail.value)} />
      </FormField>
    </Confirm>
  )
}

function Delete({ group, onClose, onDone }: DialogProps & { group: SecurityGroup }) {
  const act = useAct(() => ec2.send(new DeleteSecurityGroupCommand({ GroupId: group.GroupId })))
  return (
    <Confirm
      title={t('groups.ec2.delete.title', { name: group.GroupName ?? '' })}
      button={t('shared.delete')}
      act={act}
      onClose={onClose}
      onDone={onDone}
    >
      {t('groups.ec2.delete.text')}
    </Confirm>
  )
}
