import { expect, test } from 'vitest'
import { arnForm, formsOf, servicesOf } from './arns'

const iam = {
  prefix: 'iam',
  name: 'IAM',
  actions: [
    { name: 'GetUser', level: 'Read' as const, resourceTypes: ['user'] },
    { name: 'GetRole', level: 'Read' as const, resourceTypes: ['role'] },
  ],
  resourceTypes: [
    { name: 'role', arn: 'arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}' },
    { name: 'user', arn: 'arn:${Partition}:iam::${Account}:user/${UserNameWithPath}' },
    { name: 'twin', arn: 'arn:${Partition}:iam::${Account}:user/${Other}' },
  ],
  keys: [],
}

test('the form of an ARN names partition and account, and leaves the rest open', () => {
  const template = 'arn:${Partition}:ec2:${Region}:${Account}:instance/${InstanceId}'
  expect(arnForm(template, '123456789012')).toBe('arn:aws:ec2:*:123456789012:instance/*')
  expect(arnForm('arn:${Partition}:s3:::${BucketName}/${ObjectName}', '123456789012')).toBe('arn:aws:s3:::*/*')
})

test('the services of actions are each named once, and * names none', () => {
  expect(servicesOf(['iam:GetUser', 'IAM:List*', '*', 'ec2:*', ''])).toEqual(['iam', 'ec2'])
})

test('the forms that the actions are about are told from the others, and each form is there once', () => {
  const forms = formsOf(iam, ['iam:getu?er'], '1')
  expect(forms.map(({ arn, fits }) => [arn, fits])).toEqual([
    ['arn:aws:iam::1:role/*', false],
    ['arn:aws:iam::1:user/*', true],
  ])
  expect(formsOf(iam, ['iam:*'], '1').every(({ fits }) => fits)).toBe(true)
})
