import { DescribeInstancesCommand, type Instance } from '@aws-sdk/client-ec2'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useParams } from 'react-router'
import { ec2 } from '../data/ec2'
import { useLoad } from '../data/load'
import { when } from '../text/format'
import { t } from '../text/text'
import { Copy } from '../ui/Copy'
import { RouteLink } from '../ui/RouteLink'
import { ActionMenu } from './Actions'
import { AttributesPanel } from './AttributesPanel'
import { DevicesPanel } from './DevicesPanel'
import { groupPath } from './paths'
import { PowerButtons } from './PowerButtons'
import { ResourceDetail } from './ResourceDetail'
import { State } from './State'
import { instanceSettings } from './settings'
import { nameOf } from './tags'

/** One instance: what it is, what can be done to it and set of it, its volumes and its tags. */
export default function InstanceDetail() {
  const id = useParams().id ?? ''
  const instance = useLoad(() => find(id), [id])
  return (
    <ResourceDetail
      id={id}
      up={{ text: t('ec2.instances'), to: '/ec2/instances' }}
      thing={instance}
      details={details}
      actions={
        <>
          <PowerButtons chosen={instance.value ? [instance.value] : []} onDone={instance.reload} />
          <ActionMenu
            text={t('instances.settings')}
            actions={instanceSettings()}
            chosen={instance.value}
            onDone={instance.reload}
          />
        </>
      }
    >
      <AttributesPanel id={id} instance={instance.value} />
      {instance.value && <DevicesPanel instance={instance.value} />}
    </ResourceDetail>
  )
}

async function find(id: string): Promise<Instance | undefined> {
  const answer = await ec2.send(new DescribeInstancesCommand({ InstanceIds: [id] }))
  return answer.Reservations?.[0]?.Instances?.[0]
}

function details(instance: Instance) {
  return [
    { label: t('instances.id'), value: <Copy text={instance.InstanceId ?? ''} /> },
    { label: t('shared.name'), value: nameOf(instance.Tags) ?? '-' },
    { label: t('ec2.state'), value: <State instance={instance} /> },
    { label: t('instances.type'), value: instance.InstanceType },
    { label: t('instances.image'), value: instance.ImageId },
    { label: t('ec2.zone'), value: instance.Placement?.AvailabilityZone },
    { label: t('instances.privateIp'), value: instance.PrivateIpAddress ?? '-' },
    { label: t('instances.publicIp'), value: instance.PublicIpAddress ?? '-' },
    { label: t('launch.key'), value: instance.KeyName ?? t('shared.none') },
    { label: t('launch.groups'), value: <Groups instance={instance} /> },
    { label: t('ec2.vpc'), value: instance.VpcId ?? '-' },
    { label: t('instances.launched'), value: when(instance.LaunchTime) },
    {
      label: t('attributes.sourceDest'),
      value: t(instance.SourceDestCheck ? 'attributes.enabled' : 'attributes.disabled'),
    },
  ]
}

function Groups({ instance }: { instance: Instance }) {
  const groups = instance.SecurityGroups ?? []
  if (groups.length === 0) return t('shared.none')
  return (
    <SpaceBetween size="xs">
      {groups.map((group) => (
        <RouteLink key={group.GroupId} to={groupPath(group.GroupId ?? '')}>
          {`${group.GroupName} (${group.GroupId})`}
        </RouteLink>
      ))}
    </SpaceBetween>
  )
}
