import { paginateDescribeSecurityGroups, type SecurityGroup } from '@aws-sdk/client-ec2'
import { ec2 } from '../data/ec2'
import { pagesOf, useList } from '../data/load'
import { t } from '../text/text'
import type { Column } from '../ui/DataTable'
import { linked, named, plain } from './columns'
import { groupPath } from './paths'
import { ResourcePage } from './ResourcePage'
import { CreateGroup, groupActions } from './SecurityGroupDialogs'

const id = (group: SecurityGroup) => group.GroupId ?? ''

/** The security groups of the Region. */
export default function SecurityGroups() {
  const list = useList(
    () => pagesOf(paginateDescribeSecurityGroups({ client: ec2 }, {}), (page) => page.SecurityGroups),
    [],
  )
  return (
    <ResourcePage
      name="security-groups"
      title={t('ec2.groups')}
      description={t('groups.ec2.about')}
      list={list}
      columns={columns()}
      id={id}
      creations={[{ text: t('groups.ec2.create'), dialog: (frame) => <CreateGroup {...frame} /> }]}
      actions={groupActions()}
    />
  )
}

function columns(): Column<SecurityGroup>[] {
  return [
    linked('id', t('groups.ec2.id'), id, (group) => groupPath(id(group))),
    plain('group', t('groups.ec2.name'), (group) => group.GroupName),
    named(),
    plain('description', t('ec2.description'), (group) => group.Description),
    { ...plain<SecurityGroup>('vpc', t('ec2.vpc'), (group) => group.VpcId), hidden: true },
  ]
}
