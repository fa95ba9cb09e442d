import {
  AuthorizeSecurityGroupIngressCommand,
  paginateDescribeSecurityGroupRules,
  RevokeSecurityGroupIngressCommand,
  type SecurityGroup,
  type SecurityGroupRule,
} from '@aws-sdk/client-ec2'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Select from '@cloudscape-design/components/select'
import { useState } from 'react'
import { ec2 } from '../data/ec2'
import { all, useAct, useLoad } from '../data/load'
import { t } from '../text/text'
import { Confirm } from '../ui/Confirm'
import { Panel } from '../ui/Panel'
import { Rows } from '../ui/Rows'

/** What a security group lets in, with a way to add and to revoke rules. */
export function InboundRules({ group }: { group: SecurityGroup }) {
  const title = t('groups.ec2.inbound', { name: group.GroupName ?? '' })
  const { value, ...load } = useLoad(() => inbound(group.GroupId), [group.GroupId])
  const [adding, setAdding] = useState(false)
  const [revoking, setRevoking] = useState<SecurityGroupRule>()
  const changed = () => {
    setAdding(false)
    setRevoking(undefined)
    load.reload()
  }
  return (
    <Panel
      title={title}
      {...load}
      denied={t('ec2.denied')}
      actions={<Button onClick={() => setAdding(true)}>{t('rules.add')}</Button>}
    >
      <Rows
        label={title}
        items={value ?? []}
        id={(rule) => rule.SecurityGroupRuleId ?? ''}
        empty={t('rules.none')}
        columns={[
          { id: 'protocol', header: t('rules.protocol'), cell: protocol },
          { id: 'ports', header: t('rules.ports'), cell: ports },
          { id: 'source', header: t('rules.source'), cell: source },
          {
            id: 'revoke',
            header: t('shared.actions'),
            cell: (rule) => (
              <Button
                variant="inline-link"
                ariaLabel={`${t('rules.revoke')} ${rule.SecurityGroupRuleId}`}
                onClick={() => setRevoking(rule)}
              >
                {t('rules.revoke')}
              </Button>
            ),
          },
        ]}
      />
      {adding && <AddRule group={group} onClose={() => setAdding(false)} onDone={changed} />}
      {revoking && <Revoke rule={revoking} onClose={() => setRevoking(undefined)} onDone={changed} />}
    </Panel>
  )
}

async function inbound(id: string | undefined): Promise<SecurityGroupRule[]> {
  const filter = { Filters: [{ Name: 'group-id', Values: [id ?? ''] }] }
  const rules = await all(
    paginateDescribeSecurityGroupRules({ client: ec2 }, filter),
    (page) => page.SecurityGroupRules,
  )
  return rules.filter((rule) => !rule.IsEgress)
}

const protocol = (rule: SecurityGroupRule) => (rule.IpProtocol === '-1' ? t('rules.all') : rule.IpProtocol)
const source = (rule: SecurityGroupRule) => rule.CidrIpv4 ?? rule.CidrIpv6 ?? rule.ReferencedGroupInfo?.GroupId ?? '-'

function ports(rule: SecurityGroupRule): string {
  if (rule.FromPort === undefined || rule.FromPort === -1) return t('rules.all')
  return rule.FromPort === rule.ToPort ? String(rule.FromPort) : `${rule.FromPort}-${rule.ToPort}`
}

interface DialogProps {
  onClose: () => void
  onDone: () => void
}

const protocols = [{ value: 'tcp' }, { value: 'udp' }]

function AddRule({ group, onClose, onDone }: DialogProps & { group: SecurityGroup }) {
  const [kind, setKind] = useState('tcp')
  const [from, setFrom] = useState('22')
  const [to, setTo] = useState('22')
  const [block, setBlock] = useState('')
  const act = useAct(() =>
    ec2.send(
      new AuthorizeSecurityGroupIngressCommand({
        GroupId: group.GroupId,
        IpPermissions: [{ IpProtocol: kind, FromPort: Number(from), ToPort: Number(to), ...range(block) }],
      }),
    ),
  )
  return (
    <Confirm
      title={t('rules.add')}
      button={t('rules.add')}
      act={act}
      incomplete={!block || !isPort(from) || !isPort(to)}
      onClose={onClose}
      onDone={onDone}
    >
      <FormField label={t('rules.protocol')}>
        <Select
          options={protocols}
          selectedOption={{ value: kind }}
          onChange={({ detail }) => setKind(detail.selectedOption.value ?? 'tcp')}
        />
      </FormField>
      <FormField label={t('rules.from')}>
        <Input value={from} inputMode="numeric" onChange={({ detail }) => setFrom(detail.value)} />
      </FormField>
      <FormField label={t('rules.to')}>
        <Input value={to} inputMode="numeric" onChange={({ detail }) => setTo(detail.value)} />
      </FormField>
      <FormField label={t('rules.source')} stretch>
        <Input value={block} onChange={({ detail }) => setBlock(detail.value)} />
      </FormField>
    </Confirm>
  )
}

const range = (block: string) =>
  block.includes(':') ? { Ipv6Ranges: [{ CidrIpv6: block }] } : { IpRanges: [{ CidrIp: block }] }

const isPort = (text: string) => /^\d{1,5}$/.test(text) && Number(text) <= 65535

function Revoke({ rule, onClose, onDone }: DialogProps & { rule: SecurityGroupRule }) {
  const act = useAct(() =>
    ec2.send(
      new RevokeSecurityGroupIngressCommand({
        GroupId: rule.GroupId,
        SecurityGroupRuleIds: [rule.SecurityGroupRuleId ?? ''],
      }),
    ),
  )
  return (
    <Confirm title={t('rules.revoke.title')} button={t('rules.revoke')} act={act} onClose={onClose} onDone={onDone}>
      {t('rules.revoke.text')}
    </Confirm>
  )
}
