import { expect, test } from 'vitest'
import { diff } from './diff'

const signed = (before: string, after: string) => diff(before, after).map((line) => line.sign + line.text)

test('a changed line is removed and added between those that stay', () => {
  expect(signed('a\nb\nc', 'a\nx\nc')).toEqual([' a', '-b', '+x', ' c'])
})

test('equal texts have no difference', () => {
  expect(signed('a\nb', 'a\nb')).toEqual([' a', ' b'])
})
