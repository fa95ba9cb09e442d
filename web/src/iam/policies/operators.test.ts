import { expect, test } from 'vitest'
import { operators } from './operators'

test('every operator is there once, with IfExists and behind the set operators', () => {
  expect(new Set(operators).size).toBe(operators.length)
  expect(operators).toHaveLength(26 * 2 * 3 + 1)
  for (const each of [
    'NumericLessThanEqualsIfExists',
    'ForAnyValue:ArnNotLike',
    'ForAllValues:StringLikeIfExists',
    'Null',
  ])
    expect(operators).toContain(each)
  for (const each of ['NullIfExists', 'ForAllValues:Null']) expect(operators).not.toContain(each)
})
