import { type Instance, paginateDescribeInstances } from '@aws-sdk/client-ec2'
import Button from '@cloudscape-design/components/button'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { ec2 } from '../data/ec2'
import { pagesOf, useList } from '../data/load'
import { t } from '../text/text'
import type { Column } from '../ui/DataTable'
import { Page } from '../ui/Page'
import { linked, moment, named, plain } from './columns'
import { Launch } from './Launch'
import { instancePath } from './paths'
import { PowerButtons } from './PowerButtons'
import { ResourceList } from './ResourceList'
import { State } from './State'

const id = (instance: Instance) => instance.InstanceId ?? ''

/** The instances of the Region. Anybody may ask to launch one; the server decides. */
export default function Instances() {
  const list = useList(() => pagesOf(paginateDescribeInstances({ client: ec2 }, {}), instancesOf), [])
  const [search, setSearch] = useSearchParams()
  const [ids, setIds] = useState<string[]>([])
  const chosen = list.value.filter((instance) => ids.includes(id(instance)))
  const launching = search.has('launch')

  return (
    <Page
      title={t('ec2.instances')}
      description={t('instances.about')}
      crumbs={[{ text: t('service.ec2'), to: '/ec2' }]}
      actions={
        <Button variant="primary" onClick={() => setSearch({ launch: '1' })}>
          {t('instances.launch')}
        </Button>
      }
    >
      <ResourceList
        name="instances"
        title={t('ec2.instances')}
        list={list}
        columns={columns()}
        id={id}
        empty={t('instances.none')}
        selection={{ selected: chosen, onChange: (selected) => setIds(selected.map(id)) }}
        actions={<PowerButtons chosen={chosen} onDone={list.reload} />}
      />
      {launching && (
        <Launch
          onClose={() => setSearch({})}
          onDone={() => {
            setSearch({})
            list.reload()
          }}
        />
      )}
    </Page>
  )
}

function instancesOf(page: { Reservations?: { Instances?: Instance[] }[] }): Instance[] {
  return (page.Reservations ?? []).flatMap((reservation) => reservation.Instances ?? [])
}

function columns(): Column<Instance>[] {
  return [
    linked('id', t('instances.id'), id, (instance) => instancePath(id(instance))),
    named(),
    {
      id: 'state',
      header: t('ec2.state'),
      cell: (instance) => <State instance={instance} />,
      text: (instance) => instance.State?.Name,
    },
    plain('type', t('instances.type'), (instance) => instance.InstanceType),
    plain('zone', t('ec2.zone'), (instance) => instance.Placement?.AvailabilityZone),
    moment('launched', t('instances.launched'), (instance) => instance.LaunchTime),
    { ...plain<Instance>('image', t('instances.image'), (instance) => instance.ImageId), hidden: true },
    { ...plain<Instance>('ip', t('instances.privateIp'), (instance) => instance.PrivateIpAddress), hidden: true },
  ]
}
