import { expect, test } from 'vitest'
import { entriesOf, missingKeys } from './contextKeys'

test('a list is split at commas, a single value is not, and what has no name or value is left out', () => {
  const entries = entriesOf([
    { name: ' aws:TagKeys ', type: 'stringList', values: 'a, b,' },
    { name: 'aws:UserAgent', type: 'string', values: 'a, b' },
    { name: 'aws:SourceIp', type: 'ip', values: ' ' },
    { name: '', type: 'string', values: 'x' },
  ])
  expect(entries.map(({ ContextKeyName, ContextKeyValues }) => [ContextKeyName, ContextKeyValues])).toEqual([
    ['aws:TagKeys', ['a', 'b']],
    ['aws:UserAgent', ['a, b']],
  ])
})

test('only keys that are not there yet are added, with the type that their name says', () => {
  const keys = missingKeys(
    ['AWS:SourceIp', 'aws:CurrentTime', 'aws:MultiFactorAuthAge', 'aws:SecureTransport', 'ec2:Owner'],
    [{ name: 'aws:sourceip', type: 'ip', values: '10.0.0.1' }],
  )
  expect(keys.map(({ name, type }) => [name, type])).toEqual([
    ['aws:CurrentTime', 'date'],
    ['aws:MultiFactorAuthAge', 'numeric'],
    ['aws:SecureTransport', 'boolean'],
    ['ec2:Owner', 'string'],
  ])
})
