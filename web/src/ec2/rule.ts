import type { IpPermission, SecurityGroupRule, SecurityGroupRuleRequest } from '@aws-sdk/client-ec2'

export type Direction = 'inbound' | 'outbound'

/** A rule as a person types it. */
export interface RuleForm {
  protocol: string
  from: string
  to: string
  /** A block of addresses or the identifier of a security group. */
  peer: string
  description: string
}

/** The protocols that can be chosen; -1 is all of them. */
export const protocols = ['tcp', 'udp', 'icmp', 'icmpv6', '-1']

export const newRule: RuleForm = { protocol: 'tcp', from: '22', to: '22', peer: '', description: '' }

/** Whether the ports of a protocol are asked for. */
export const hasPorts = (protocol: string) => protocol === 'tcp' || protocol === 'udp'

/** Whether a rule can be sent. What a block of addresses may be is left to the server. */
export function complete(form: RuleForm): boolean {
  return form.peer.trim() !== '' && (!hasPorts(form.protocol) || (isPort(form.from) && isPort(form.to)))
}

export const isPort = (text: string) => /^\d{1,5}$/.test(text) && Number(text) <= 65535

/** From where, or to where, a rule lets traffic pass. */
export const peerOf = (rule: SecurityGroupRule) =>
  rule.CidrIpv4 ?? rule.CidrIpv6 ?? rule.ReferencedGroupInfo?.GroupId ?? rule.PrefixListId ?? ''

/** The rule as it is, to be changed. */
export function formOf(rule: SecurityGroupRule): RuleForm {
  return {
    protocol: rule.IpProtocol ?? 'tcp',
    from: String(rule.FromPort ?? ''),
    to: String(rule.ToPort ?? ''),
    peer: peerOf(rule),
    description: rule.Description ?? '',
  }
}

/** What AuthorizeSecurityGroupIngress and Egress take. */
export function permissionOf(form: RuleForm): IpPermission {
  const { CidrIpv4, CidrIpv6, ReferencedGroupId, Description, ...base } = requestOf(form)
  if (ReferencedGroupId) return { ...base, UserIdGroupPairs: [{ GroupId: ReferencedGroupId, Description }] }
  if (CidrIpv6) return { ...base, Ipv6Ranges: [{ CidrIpv6, Description }] }
  return { ...base, IpRanges: [{ CidrIp: CidrIpv4, Description }] }
}

/** What ModifySecurityGroupRules takes. */
export function requestOf(form: RuleForm): SecurityGroupRuleRequest {
  const peer = form.peer.trim()
  return {
    IpProtocol: form.protocol,
    ...ports(form),
    ...(peer.startsWith('sg-')
      ? { ReferencedGroupId: peer }
      : peer.includes(':')
        ? { CidrIpv6: peer }
        : { CidrIpv4: peer }),
    Description: form.description || undefined,
  }
}

/** The ports, or the type and the code of ICMP: what is edited keeps them, and what is new is for all. */
function ports({ protocol, from, to }: RuleForm): { FromPort?: number; ToPort?: number } {
  return protocol === '-1' ? {} : { FromPort: Number(from), ToPort: Number(to) }
}

/** The rule with another protocol, and with ports that mean something to it. */
export function withProtocol(form: RuleForm, protocol: string): RuleForm {
  if (hasPorts(protocol) === hasPorts(form.protocol)) return { ...form, protocol }
  return hasPorts(protocol) ? { ...form, protocol, from: '', to: '' } : { ...form, protocol, from: '-1', to: '-1' }
}
