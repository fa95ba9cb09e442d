import {
  AuthorizeSecurityGroupEgressCommand,
  AuthorizeSecurityGroupIngressCommand,
  paginateDescribeSecurityGroupRules,
  type SecurityGroupRule,
} from '@aws-sdk/client-ec2'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useMemo, useState } from 'react'
import { ec2 } from '../data/ec2'
import { all, type Loaded, useLoad } from '../data/load'
import { t } from '../text/text'
import type { Column } from '../ui/DataTable'
import { named, plain } from './columns'
import { ResourceList } from './ResourceList'
import { type Direction, newRule, peerOf, permissionOf, type RuleForm } from './rule'
import { RuleActions } from './RuleActions'
import { RuleDialog } from './RuleDialog'

/** What a security group lets in and what it lets out, with ways to add, change and revoke rules. */
export function GroupRules({ group }: { group: string }) {
  const rules = useLoad(() => rulesOf(group), [group])
  return (
    <SpaceBetween size="l">
      <DirectionList group={group} direction="inbound" rules={rules} />
      <DirectionList group={group} direction="outbound" rules={rules} />
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

function DirectionList({ group, direction, rules }: Props) {
  const [adding, setAdding] = useState(false)
  const value = useMemo(
    () => (rules.value ?? []).filter((rule) => !!rule.IsEgress === (direction === 'outbound')),
    [rules.value, direction],
  )
  return (
    <>
      <ResourceList
        name={`rules-${direction}`}
        title={t(`rules.${direction}`)}
        list={{ ...rules, value, partial: false }}
        columns={columns(direction, rules.reload)}
        id={(rule) => rule.SecurityGroupRuleId ?? ''}
        empty={t(`rules.${direction}.none`)}
        actions={<Button onClick={() => setAdding(true)}>{t(`rules.${direction}.add`)}</Button>}
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
            rules.reload()
          }}
        />
      )}
    </>
  )
}

function columns(direction: Direction, onDone: () => void): Column<SecurityGroupRule>[] {
  return [
    plain('id', t('rules.id'), (rule) => rule.SecurityGroupRuleId),
    named(),
    plain('protocol', t('rules.protocol'), protocol),
    plain('ports', t('rules.ports'), ports),
    plain('peer', t(`rules.${direction}.peer`), (rule) => peerOf(rule) || undefined),
    plain('description', t('ec2.description'), (rule) => rule.Description),
    {
      id: 'actions',
      header: t('shared.actions'),
      cell: (rule) => <RuleActions rule={rule} direction={direction} onDone={onDone} />,
    },
  ]
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
