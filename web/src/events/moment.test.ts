import { expect, test } from 'vitest'
import { isIncomplete, noMoment, timeOf } from './moment'

test('a range takes in all of the day or minute that was typed', () => {
  const day = { date: '2026-03-01', time: '' }
  expect(timeOf(day, 'start')).toEqual(new Date(2026, 2, 1, 0, 0, 0))
  expect(timeOf(day, 'end')).toEqual(new Date(2026, 2, 1, 23, 59, 59))
  expect(timeOf({ ...day, time: '14:05' }, 'start')).toEqual(new Date(2026, 2, 1, 14, 5, 0))
  expect(timeOf({ ...day, time: '14:05' }, 'end')).toEqual(new Date(2026, 2, 1, 14, 5, 59))
})

test('half a date is incomplete, and none limits nothing', () => {
  expect(isIncomplete(noMoment)).toBe(false)
  expect(timeOf(noMoment, 'start')).toBeUndefined()
  expect(isIncomplete({ date: '2026-03', time: '' })).toBe(true)
  expect(isIncomplete({ date: '2026-03-01', time: '14:' })).toBe(true)
  expect(isIncomplete({ date: '', time: '14:05' })).toBe(true)
})
