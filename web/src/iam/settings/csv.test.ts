import { expect, test } from 'vitest'
import { goOn } from '../../data/steps'
import { parse } from './csv'

const rows = (text: string) => goOn(parse(text))?.value

test('plain rows are cut at commas and line ends', () => {
  expect(rows('user,arn\nann,arn:aws:iam::1:user/ann\nbob,\n')).toEqual([
    ['user', 'arn'],
    ['ann', 'arn:aws:iam::1:user/ann'],
    ['bob', ''],
  ])
})

test('a quoted value keeps its commas, line ends and quotes', () => {
  expect(rows('a,"x, ""y""\nz",b\r\n')).toEqual([['a', 'x, "y"\nz', 'b']])
})

test('nothing has no rows', () => expect(rows('')).toEqual([]))
