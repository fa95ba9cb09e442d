import {
  DescribeAvailabilityZonesCommand,
  DescribeKeyPairsCommand,
  paginateDescribeInstances,
  paginateDescribeSecurityGroups,
  paginateDescribeVolumes,
} from '@aws-sdk/client-ec2'
import Box from '@cloudscape-design/components/box'
import Grid from '@cloudscape-design/components/grid'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { ec2 } from '../data/ec2'
import { all, useLoad } from '../data/load'
import { figure } from '../text/format'
import { t } from '../text/text'
import { Page } from '../ui/Page'
import { Panel } from '../ui/Panel'
import { RouteButton } from '../ui/RouteButton'
import { RouteLink } from '../ui/RouteLink'

const client = { client: ec2 }

/** What EC2 has in the Region, one panel for each kind. A panel that is denied says so and the others go on. */
export default function Dashboard() {
  return (
    <Page
      title={t('ec2.dashboard')}
      crumbs={[{ text: t('service.ec2'), to: '/ec2' }]}
      description={t('ec2.dashboard.about')}
      actions={
        <RouteButton variant="primary" to="/ec2/instances?launch=1">
          {t('instances.launch')}
        </RouteButton>
      }
    >
      <Grid gridDefinition={Array.from({ length: 5 }, () => ({ colspan: { default: 12, s: 6, l: 4 } }))}>
        <Count title={t('ec2.instances')} to="/ec2/instances" count={countInstances} />
        <Count
          title={t('ec2.groups')}
          to="/ec2/security-groups"
          count={async () =>
            (await all(paginateDescribeSecurityGroups(client, {}), (page) => page.SecurityGroups)).length
          }
        />
        <Count
          title={t('ec2.volumes')}
          to="/ec2/volumes"
          count={async () => (await all(paginateDescribeVolumes(client, {}), (page) => page.Volumes)).length}
        />
        <Count
          title={t('ec2.keyPairs')}
          to="/ec2/key-pairs"
          count={async () => (await ec2.send(new DescribeKeyPairsCommand({}))).KeyPairs?.length ?? 0}
        />
        <Zones />
      </Grid>
    </Page>
  )
}

async function countInstances(): Promise<number> {
  const reservations = await all(paginateDescribeInstances(client, {}), (page) => page.Reservations)
  return reservations.reduce((sum, reservation) => sum + (reservation.Instances?.length ?? 0), 0)
}

function Count({ title, to, count }: { title: string; to: string; count: () => Promise<number> }) {
  const { value, ...load } = useLoad(count, [])
  return (
    <Panel title={title} {...load} denied={t('ec2.denied')}>
      <SpaceBetween size="s">
        <div>
          <Box variant="awsui-key-label">{t('ec2.count')}</Box>
          <Box variant="awsui-value-large">{value !== undefined && figure(value)}</Box>
        </div>
        <RouteLink to={to}>{t('ec2.open', { what: title })}</RouteLink>
      </SpaceBetween>
    </Panel>
  )
}

function Zones() {
  const { value, ...load } = useLoad(
    async () => (await ec2.send(new DescribeAvailabilityZonesCommand({}))).AvailabilityZones,
    [],
  )
  return (
    <Panel title={t('ec2.zones')} {...load} denied={t('ec2.denied')}>
      {value?.map((zone) => (
        <div key={zone.ZoneName}>
          {zone.ZoneName} ({zone.State})
        </div>
      ))}
    </Panel>
  )
}
