import { expect, test } from 'vitest'
import { complete, formOf, newRule, permissionOf, requestOf, withProtocol } from './rule'

const https = { ...newRule, from: '443', to: '443' }

test('a block of IPv4, a block of IPv6 and a group each go to their own place', () => {
  const base = { IpProtocol: 'tcp', FromPort: 443, ToPort: 443 }
  expect(permissionOf({ ...https, peer: ' 10.0.0.0/8 ' })).toEqual({
    ...base,
    IpRanges: [{ CidrIp: '10.0.0.0/8', Description: undefined }],
  })
  expect(permissionOf({ ...https, peer: '::/0', description: 'all' })).toEqual({
    ...base,
    Ipv6Ranges: [{ CidrIpv6: '::/0', Description: 'all' }],
  })
  expect(permissionOf({ ...https, peer: 'sg-1' })).toEqual({
    ...base,
    UserIdGroupPairs: [{ GroupId: 'sg-1', Description: undefined }],
  })
})

test('all traffic has no ports', () => {
  expect(requestOf({ ...https, protocol: '-1', peer: '0.0.0.0/0' })).toEqual({
    IpProtocol: '-1',
    CidrIpv4: '0.0.0.0/0',
    Description: undefined,
  })
})

test('a rule that is edited and left alone is sent as it was', () => {
  const rule = { IpProtocol: 'udp', FromPort: 53, ToPort: 53, CidrIpv6: '2001:db8::/32', Description: 'names' }
  expect(requestOf(formOf(rule))).toEqual(rule)
})

test('a rule for one type of ICMP keeps the type when it is edited', () => {
  const rule = { IpProtocol: 'icmp', FromPort: 8, ToPort: 0, CidrIpv4: '10.0.0.0/8', Description: 'ping' }
  expect(requestOf(formOf(rule))).toEqual(rule)
})

test('a rule that becomes one for ICMP is for all of its types', () => {
  expect(requestOf(withProtocol({ ...https, peer: '10.0.0.0/8' }, 'icmp'))).toEqual({
    IpProtocol: 'icmp',
    FromPort: -1,
    ToPort: -1,
    CidrIpv4: '10.0.0.0/8',
    Description: undefined,
  })
})

test('a rule is complete with a peer, and with ports where the protocol has them', () => {
  expect(complete(https)).toBe(false)
  expect(complete({ ...https, peer: '10.0.0.0/8' })).toBe(true)
  expect(complete({ ...https, peer: '10.0.0.0/8', to: '65536' })).toBe(false)
  expect(complete({ ...https, peer: '10.0.0.0/8', to: '', protocol: 'icmp' })).toBe(true)
})
