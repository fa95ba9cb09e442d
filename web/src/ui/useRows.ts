import { useEffect, useMemo, useRef, useState } from 'react'
import { finish, goOn, type Steps } from '../data/steps'

interface Begun<T> {
  work: Steps<T[]>
  /** What came of it, if it was done at once. */
  rows?: T[]
}

/**
 * The rows that come of some work on a list, done anew whenever the dependencies change. A short list is done at once; with a long one the page goes on, and
 * the rows that were there before stay until the new ones are.
 */
export function useRows<T>(work: () => Steps<T[]>, dependencies: readonly unknown[]): { rows: T[]; done: boolean } {
  const begun = useMemo(() => begin(work()), dependencies)
  const [late, setLate] = useState<{ of: Begun<T>; rows: T[] }>()
  const last = useRef<T[]>([])

  useEffect(() => {
    if (begun.rows) return
    const abort = new AbortController()
    finish(begun.work, abort.signal).then(
      (rows) => !abort.signal.aborted && setLate({ of: begun, rows }),
      (error) => {
        if (!abort.signal.aborted) throw error
      },
    )
    return () => abort.abort()
  }, [begun])

  const rows = begun.rows ?? (late?.of === begun ? late.rows : undefined)
  if (rows) last.current = rows
  return { rows: rows ?? last.current, done: Boolean(rows) }
}

function begin<T>(work: Steps<T[]>): Begun<T> {
  return { work, rows: goOn(work)?.value }
}
