import { expect, test } from 'vitest'
import { afterTurn, type Shown, withNotice } from './notices'

const report = (id: string, turns = 0): Shown => ({ id, type: 'success', content: id, turns })
const warning = (id: string): Shown => ({ ...report(id), type: 'warning', action: 'Go' })
const ids = (shown: Shown[]) => shown.map(({ id }) => id)

test('a report is still there after one change of page, and gone after the next', () => {
  const once = afterTurn([report('made')])
  expect(ids(once)).toEqual(['made'])
  expect(afterTurn(once)).toEqual([])
})

test('what offers a way to go on stays until it is dismissed', () => {
  expect(ids(afterTurn(afterTurn([warning('expires')])))).toEqual(['expires'])
  expect(ids(withNotice(afterTurn([warning('expires')]), report('made')))).toEqual(['expires', 'made'])
})

test('a new report takes the place of one from the page before, and stands beside one from this page', () => {
  expect(ids(withNotice(afterTurn([report('before')]), report('now')))).toEqual(['now'])
  expect(ids(withNotice([report('first')], report('second')))).toEqual(['first', 'second'])
})

test('no more than four are shown at a time, the latest of them', () => {
  const all = ['1', '2', '3', '4', '5'].reduce<Shown[]>((shown, id) => withNotice(shown, report(id)), [])
  expect(ids(all)).toEqual(['2', '3', '4', '5'])
})
