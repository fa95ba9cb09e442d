import {
  DescribeAvailabilityZonesCommand,
  DescribeImagesCommand,
  DescribeKeyPairsCommand,
  paginateDescribeInstances,
  paginateDescribeInstanceTypes,
  paginateDescribeSecurityGroups,
} from '@aws-sdk/client-ec2'
import { ec2 } from '../data/ec2'
import { all } from '../data/load'
import { nameOf } from './tags'

/** Something that can be chosen from a list. */
export interface Option {
  value: string
  label?: string
  description?: string
}

const client = { client: ec2 }

export async function images(): Promise<Option[]> {
  const { Images = [] } = await ec2.send(new DescribeImagesCommand({}))
  return Images.map((image) => ({ value: image.ImageId ?? '', label: image.Name, description: image.ImageId }))
}

export async function instanceTypes(): Promise<Option[]> {
  const types = await all(paginateDescribeInstanceTypes(client, {}), (page) => page.InstanceTypes)
  return types.map((type) => ({ value: type.InstanceType ?? '' })).sort((a, b) => a.value.localeCompare(b.value))
}

export async function keyNames(): Promise<Option[]> {
  const { KeyPairs = [] } = await ec2.send(new DescribeKeyPairsCommand({}))
  return KeyPairs.map((pair) => ({ value: pair.KeyName ?? '' }))
}

export async function securityGroups(): Promise<Option[]> {
  const groups = await all(paginateDescribeSecurityGroups(client, {}), (page) => page.SecurityGroups)
  return groups.map((group) => ({ value: group.GroupId ?? '', label: group.GroupName, description: group.GroupId }))
}

export async function zones(): Promise<Option[]> {
  const { AvailabilityZones = [] } = await ec2.send(new DescribeAvailabilityZonesCommand({}))
  return AvailabilityZones.map((zone) => ({ value: zone.ZoneName ?? '' }))
}

/** The instances of a zone to which a volume can be attached. */
export async function instancesIn(zone: string | undefined): Promise<Option[]> {
  const filters = [
    { Name: 'availability-zone', Values: [zone ?? ''] },
    { Name: 'instance-state-name', Values: ['running', 'stopped'] },
  ]
  const reservations = await all(paginateDescribeInstances(client, { Filters: filters }), (page) => page.Reservations)
  return reservations
    .flatMap((reservation) => reservation.Instances ?? [])
    .map((instance) => ({
      value: instance.InstanceId ?? '',
      label: nameOf(instance.Tags) ?? instance.InstanceId,
      description: instance.InstanceId,
    }))
}
