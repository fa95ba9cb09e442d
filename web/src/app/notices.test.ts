import { expect, test } from 'vitest'
import { afterTurn, type Shown, withNotice } from './notices'

const report = (id: string, page?: string): Shown => ({ id, type: 'success', content: id, page })
const ids = (shown: Shown[]) => shown.map(({ id }) => id)

test('a report is shown on the page that its act ended on, and on no other', () => {
  const shown = [report('made', '/list')]
  expect(ids(afterTurn(shown, '/list'))).toEqual(['made'])
  expect(ids(afterTurn(shown, '/create'))).toEqual([])
})

test('a report of an act that has not ended survives a change of page', () => {
  expect(ids(afterTurn([report('made')], '/list'))).toEqual(['made'])
})

test('what offers a way to go on stays until it is dismissed', () => {
  expect(ids(afterTurn([{ ...report('expires', '/'), type: 'warning', action: 'Go' }], '/list'))).toEqual(['expires'])
})

test('no more than four are shown at a time, the latest of them', () => {
  const all = ['1', '2', '3', '4', '5'].reduce<Shown[]>((shown, id) => withNotice(shown, report(id)), [])
  expect(ids(all)).toEqual(['2', '3', '4', '5'])
})
