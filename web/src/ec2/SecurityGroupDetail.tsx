import { DescribeSecurityGroupsCommand, type SecurityGroup } from '@aws-sdk/client-ec2'
import { useNavigate, useParams } from 'react-router'
import { ec2 } from '../data/ec2'
import { useLoad } from '../data/load'
import { t } from '../text/text'
import { Copy } from '../ui/Copy'
import { ActionButtons } from './Actions'
import { GroupRules } from './GroupRules'
import { ResourceDetail } from './ResourceDetail'
import { groupActions } from './SecurityGroupDialogs'
import { nameOf } from './tags'

const up = '/ec2/security-groups'

/** One security group: what it is, what it lets in and out, and its tags. */
export default function SecurityGroupDetail() {
  const id = useParams().id ?? ''
  const navigate = useNavigate()
  const group = useLoad(
    async () => (await ec2.send(new DescribeSecurityGroupsCommand({ GroupIds: [id] }))).SecurityGroups?.[0],
    [id],
  )
  return (
    <ResourceDetail
      id={id}
      up={{ text: t('ec2.groups'), to: up }}
      thing={group}
      details={details}
      actions={<ActionButtons actions={groupActions()} chosen={group.value} onDone={() => navigate(up)} />}
    >
      <GroupRules group={id} />
    </ResourceDetail>
  )
}

function details(group: SecurityGroup) {
  return [
    { label: t('groups.ec2.id'), value: <Copy text={group.GroupId ?? ''} /> },
    { label: t('groups.ec2.name'), value: group.GroupName },
    { label: t('shared.name'), value: nameOf(group.Tags) ?? '-' },
    { label: t('ec2.description'), value: group.Description },
    { label: t('ec2.vpc'), value: group.VpcId },
    { label: t('ec2.owner'), value: group.OwnerId },
  ]
}
