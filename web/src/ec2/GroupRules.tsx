import {
  AuthorizeSecurityGroupEgressCommand,
  AuthorizeSecurityGroupIngressCommand,
  paginateDescribeSecurityGroupRules,
  type SecurityGroupRule,
} from '@aws-sdk/client-ec2'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { ec2 } from '../data/ec2'
import { all, type Loaded, useLoad } from '../data/load'
import { t } from '../text/text'
import { Panel } from '../ui/Panel'
import { Rows } from '../ui/Rows'
import { type Direction, newRule, peerOf, permissionOf, type RuleForm } from './rule'
import { RuleActions } from './RuleActions'
import { RuleDialog } from './RuleDialog'
import { nameOf } from './tags'

/** What a security group lets in and what it lets out, with ways to add, change and revoke rules. */
export function GroupRules({ group }: { group: string }) {
  const rules = useLoad(() => rulesOf(group), [group])
  return (
    <SpaceBetween size="l">
      <DirectionPanel group={group} direction="inbound" rules={rules} />
      <DirectionPanel group={group} direction="outbound" rules={rules} />
    </SpaceBetween>
  )
}

function rulesOf(group: string): Promise<SecurityGroupRule[]> {
  const filter = { Filters: [{ Name: 'group-id', Values: [group] }] }
  return all(paginateDescribeSecurityGroupRules({ client: ec2 }, filter), (page) => page.SecurityGroupRules)
}

interface Props {
  group: string
  direction: Direction
  rules: Loaded<SecurityGroupRule[]>
}

function DirectionPanel({ group, direction, rules: { value, ...load } }: Props) {
  const [adding, setAdding] = useState(false)
  const title = t(`rules.${direction}`)
  const items = value?.filter((rule) => !!rule.IsEgress === (direction === 'outbound'))
  return (
    <Panel
      title={title}
      {...load}
      loading={load.loading && !value}
      counter={items && `(${items.length})`}
      denied={t('ec2.denied')}
      actions={<Button onClick={() => setAdding(true)}>{t(`rules.${direction}.add`)}</Button>}
    >
      <Rows
        label={title}
        items={items ?? []}
        id={(rule) => rule.SecurityGroupRuleId ?? ''}
        empty={t(`rules.${direction}.none`)}
        columns={[
          { id: 'id', header: t('rules.id'), cell: (rule) => rule.SecurityGroupRuleId },
          { id: 'name', header: t('shared.name'), cell: (rule) => nameOf(rule.Tags) ?? '-' },
          { id: 'protocol', header: t('rules.protocol'), cell: protocol },
          { id: 'ports', header: t('rules.ports'), cell: ports },
          { id: 'peer', header: t(`rules.${direction}.peer`), cell: (rule) => peerOf(rule) || '-' },
          { id: 'description', header: t('ec2.description'), cell: (rule) => rule.Description ?? '-' },
          {
            id: 'actions',
            header: t('shared.actions'),
            cell: (rule) => <RuleActions rule={rule} direction={direction} onDone={load.reload} />,
          },
        ]}
      />
      {adding && (
        <RuleDialog
          title={t(`rules.${direction}.add`)}
          direction={direction}
          start={newRule}
          send={(form) => authorize(group, direction, form)}
          onClose={() => setAdding(false)}
          onDone={() => {
            setAdding(false)
            load.reload()
          }}
        />
      )}
    </Panel>
  )
}

function authorize(group: string, direction: Direction, form: RuleForm): Promise<unknown> {
  const input = { GroupId: group, IpPermissions: [permissionOf(form)] }
  return direction === 'inbound'
    ? ec2.send(new AuthorizeSecurityGroupIngressCommand(input))
    : ec2.send(new AuthorizeSecurityGroupEgressCommand(input))
}

const protocol = (rule: SecurityGroupRule) => (rule.IpProtocol === '-1' ? t('rules.all') : rule.IpProtocol)

function ports(rule: SecurityGroupRule): string {
  if (rule.FromPort === undefined || rule.FromPort === -1) return t('rules.all')
  return rule.FromPort === rule.ToPort ? String(rule.FromPort) : `${rule.FromPort}-${rule.ToPort}`
}
