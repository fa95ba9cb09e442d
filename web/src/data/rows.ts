import type { Steps } from './steps'

/** What a list is sorted by; what has none comes first. */
export type SortKey = string | number | Date | undefined

/** How many rows are looked at between two pauses. */
const step = 500

/** The rows that fit, in the order in which they are. */
export function* sift<T>(rows: readonly T[], fits: (row: T) => boolean): Steps<T[]> {
  const found: T[] = []
  for (let at = 0; at < rows.length; at += step) {
    if (at > 0) yield
    for (const row of rows.slice(at, at + step)) if (fits(row)) found.push(row)
  }
  return found
}

interface Keyed<T> {
  key: SortKey
  row: T
}

/** The rows in order of their keys; those with equal keys stay as they stand. A merge sort, because one can pause in it. */
export function* sort<T>(rows: readonly T[], keyOf: (row: T) => SortKey, descending = false): Steps<T[]> {
  const sign = descending ? -1 : 1
  const inOrder = (a: Keyed<T>, b: Keyed<T>) => sign * compare(a.key, b.key)
  let runs: Keyed<T>[][] = []
  for (let at = 0; at < rows.length; at += step) {
    if (at > 0) yield
    const run = rows.slice(at, at + step).map((row) => ({ key: keyOf(row), row }))
    runs.push(run.sort(inOrder))
  }
  while (runs.length > 1) {
    const longer: Keyed<T>[][] = []
    for (let i = 0; i < runs.length; i += 2) longer.push(yield* merge(runs[i]!, runs[i + 1] ?? [], inOrder))
    runs = longer
  }
  return (runs[0] ?? []).map(({ row }) => row)
}

function* merge<T>(left: T[], right: T[], inOrder: (a: T, b: T) => number): Steps<T[]> {
  if (right.length === 0 || inOrder(left.at(-1)!, right[0]!) <= 0) return left.concat(right)
  const merged: T[] = []
  for (let l = 0, r = 0; l < left.length || r < right.length;) {
    if (merged.length % step === 0) yield
    const fromLeft = r === right.length || (l < left.length && inOrder(left[l]!, right[r]!) <= 0)
    merged.push(fromLeft ? left[l++]! : right[r++]!)
  }
  return merged
}

const collator = new Intl.Collator()

function compare(a: SortKey, b: SortKey): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined)
  if (typeof a === 'string' && typeof b === 'string') return collator.compare(a, b)
  return Number(a) - Number(b)
}
