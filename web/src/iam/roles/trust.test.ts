import { expect, test } from 'vitest'
import { accountTrust, isForPeople, serviceTrust, trustedBy } from './trust'

test('a role for an account is for its people, and one for a service is not', () => {
  expect(trustedBy(accountTrust('123456789012', true))).toEqual(['arn:aws:iam::123456789012:root'])
  expect(isForPeople(accountTrust('123456789012', true))).toBe(true)
  expect(trustedBy(serviceTrust('ec2.amazonaws.com'))).toEqual(['ec2.amazonaws.com'])
  expect(isForPeople(serviceTrust('ec2.amazonaws.com'))).toBe(false)
})
