import { expect, test } from 'vitest'
import { sift, sort, type SortKey } from './rows'
import { finish, goOn, type Steps } from './steps'

const rows = Array.from({ length: 20_000 }, (_, i) => ({ name: `user-${(i * 7919) % 20_000}`, team: i % 3, i }))

/** What came of some work, and in how many steps. */
function count<T>(work: Steps<T>): { value: T; steps: number } {
  for (let steps = 1; ; steps++) {
    const step = work.next()
    if (step.done) return { value: step.value, steps }
  }
}

test('a long list is sifted as a short one, with pauses', () => {
  const { value, steps } = count(sift(rows, ({ name }) => name.includes('99')))
  expect(value).toEqual(rows.filter(({ name }) => name.includes('99')))
  expect(steps).toBeGreaterThan(20)
})

test('a long list is sorted as a short one, with pauses', () => {
  const { value, steps } = count(sort(rows, ({ name }) => name))
  expect(value).toEqual([...rows].sort((a, b) => a.name.localeCompare(b.name)))
  expect(steps).toBeGreaterThan(100)
})

test('rows of equal keys stay in their order, upwards and downwards', () => {
  for (const sign of [1, -1]) {
    const { value } = count(sort(rows, ({ team }) => team, sign < 0))
    expect(value).toEqual([...rows].sort((a, b) => sign * (a.team - b.team) || a.i - b.i))
  }
})

test('dates are sorted by time, and what has none comes first', () => {
  const keys: SortKey[] = [new Date(2000), undefined, new Date(1000)]
  expect(count(sort(keys, (key) => key)).value).toEqual([undefined, new Date(1000), new Date(2000)])
})

test('a list of nothing is sorted', () => expect(count(sort([], () => 1)).value).toEqual([]))

test('short work is done in one turn, and long work is not', async () => {
  expect(goOn(sift([1, 2, 3], (n) => n > 1))).toEqual({ value: [2, 3] })
  const endless = (function* () {
    for (;;) yield
  })()
  expect(goOn(endless)).toBeUndefined()
  const abort = new AbortController()
  const work = finish(endless, abort.signal)
  abort.abort()
  await expect(work).rejects.toThrow()
})
