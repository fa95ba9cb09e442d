import { expect, test } from 'vitest'
import { readVisual, writeVisual } from './visual'

const policy = {
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'one',
      Effect: 'Deny',
      Action: ['iam:GetUser', 'iam:ListUsers'],
      Resource: '*',
      Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' }, StringLike: { 'aws:username': ['a*', 'b*'] } },
    },
  ],
}

test('what the visual editor reads and writes says the same', () => {
  const visual = readVisual(JSON.stringify(policy))
  if (visual.kind !== 'statements') throw new Error(visual.kind)
  expect(JSON.parse(writeVisual(visual))).toEqual(policy)
})

test('elements without a form are named', () => {
  const text = JSON.stringify({
    Statement: [{ Effect: 'Deny', NotAction: 'iam:GetUser', Resource: '*' }, { NotResource: '*' }],
  })
  expect(readVisual(text)).toEqual({ kind: 'unsupported', elements: ['NotAction', 'NotResource'] })
})

test('a text that is no JSON is not shown as a form', () => {
  expect(readVisual('{"Version": ').kind).toBe('broken')
})
