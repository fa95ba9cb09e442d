import { DescribeInstancesCommand, type Instance } from '@aws-sdk/client-ec2'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useParams } from 'react-router'
import { ec2 } from '../data/ec2'
import { useLoad } from '../data/load'
import { when } from '../text/format'
import { t } from '../text/text'
import { Copy } from '../ui/Copy'
import { Page } from '../ui/Page'
import { Panel } from '../ui/Panel'
import { TagsPanel } from '../ui/TagsPanel'
import { PowerButtons } from './PowerButtons'
import { State } from './State'
import { nameOf, tagsOf } from './tags'

/** One instance: what it is, what can be done to it, and its tags. */
export default function InstanceDetail() {
  const id = useParams().id ?? ''
  const instance = useLoad(() => find(id), [id])
  return (
    <Page
      title={id}
      crumbs={[
        { text: t('service.ec2'), to: '/ec2' },
        { text: t('ec2.instances'), to: '/ec2/instances' },
      ]}
      actions={
        <SpaceBetween size="xs" direction="horizontal">
          <PowerButtons chosen={instance.value ? [instance.value] : []} onDone={instance.reload} />
        </SpaceBetween>
      }
    >
      <Panel
        title={t('instance.details')}
        loading={instance.loading && !instance.value}
        fault={instance.fault}
        denied={t('ec2.denied')}
        reload={instance.reload}
      >
        {instance.value ? <Details instance={instance.value} /> : t('ec2.notFound', { id })}
      </Panel>
      <TagsPanel empty={t('ec2.tags.none')} {...tagsOf(id)} />
    </Page>
  )
}

async function find(id: string): Promise<Instance | undefined> {
  const answer = await ec2.send(new DescribeInstancesCommand({ InstanceIds: [id] }))
  return answer.Reservations?.[0]?.Instances?.[0]
}

function Details({ instance }: { instance: Instance }) {
  const groups = (instance.SecurityGroups ?? []).map((group) => `${group.GroupName} (${group.GroupId})`)
  return (
    <KeyValuePairs
      columns={3}
      items={[
        { label: t('instances.id'), value: <Copy text={instance.InstanceId ?? ''} /> },
        { label: t('shared.name'), value: nameOf(instance.Tags) ?? '-' },
        { label: t('ec2.state'), value: <State instance={instance} /> },
        { label: t('instances.type'), value: instance.InstanceType },
        { label: t('instances.image'), value: instance.ImageId },
        { label: t('ec2.zone'), value: instance.Placement?.AvailabilityZone },
        { label: t('instances.privateIp'), value: instance.PrivateIpAddress ?? '-' },
        { label: t('instances.publicIp'), value: instance.PublicIpAddress ?? '-' },
        { label: t('launch.key'), value: instance.KeyName ?? t('shared.none') },
        { label: t('launch.groups'), value: groups.join(', ') || t('shared.none') },
        { label: t('ec2.vpc'), value: instance.VpcId ?? '-' },
        { label: t('instances.launched'), value: when(instance.LaunchTime) },
      ]}
    />
  )
}
