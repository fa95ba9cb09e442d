import { expect, test } from 'vitest'
import { kindOf } from './device'

test('the kind of a device is told by its serial number', () => {
  expect(kindOf('arn:aws:iam::123456789012:mfa/MFAUser')).toBe('virtual')
  expect(kindOf('arn:aws:iam::123456789012:mfa/division/MFAUser')).toBe('virtual')
  expect(kindOf('arn:aws:iam::123456789012:u2f/user/MFAUser/default')).toBe('u2f')
  expect(kindOf('GAHT12345678')).toBe('hardware')
})
