import { startTransition, useCallback, useEffect, useRef, useState } from 'react'
import { type Fault, faultOf } from './fault'

/** Something that is being asked for, has come, or was refused. A refusal keeps no old value; a reload keeps it until the new one is here. */
export interface Loaded<T> {
  value?: T
  fault?: Fault
  loading: boolean
  reload: () => void
}

/** Asks for something, and again whenever the dependencies change. The answer to an old question is dropped. */
export function useLoad<T>(ask: (signal: AbortSignal) => Promise<T>, dependencies: readonly unknown[]): Loaded<T> {
  const [state, setState] = useState<Omit<Loaded<T>, 'reload'>>({ loading: true })
  const [round, setRound] = useState(0)
  const asked = useRef(ask)
  asked.current = ask

  useEffect(() => {
    const abort = new AbortController()
    setState((old) => ({ value: old.value, loading: true }))
    asked.current(abort.signal).then(
      (value) => !abort.signal.aborted && setState({ value, loading: false }),
      (error) => !abort.signal.aborted && setState({ fault: faultOf(error), loading: false }),
    )
    return () => abort.abort()
  }, [round, ...dependencies])

  return { ...state, reload: useCallback(() => setRound((n) => n + 1), []) }
}

/** A list that arrives page by page. It can be used from the first page on. */
export interface LoadedList<T> extends Loaded<T[]> {
  value: T[]
  /** More pages are to come. */
  partial: boolean
}

/** By which part of itself a list has grown before it is shown again: to draw a long one after each page would cost more than to load it. */
const growth = 1 / 8

/** Asks for a list with one of the SDK's paginators and grows as its pages come. */
export function useList<T>(
  pages: (signal: AbortSignal) => AsyncIterable<T[]>,
  dependencies: readonly unknown[],
): LoadedList<T> {
  const [state, setState] = useState<Omit<LoadedList<T>, 'reload'>>({ value: [], loading: true, partial: true })
  const [round, setRound] = useState(0)
  const asked = useRef(pages)
  asked.current = pages

  useEffect(() => {
    const abort = new AbortController()
    const set = (next: Omit<LoadedList<T>, 'reload'>) => {
      if (!abort.signal.aborted) startTransition(() => setState(next))
    }
    const read = async () => {
      const items: T[] = []
      let shown = 0
      try {
        for await (const page of asked.current(abort.signal)) {
          if (abort.signal.aborted) return
          items.push(...page)
          if (items.length === shown || items.length < shown * (1 + growth)) continue
          shown = items.length
          set({ value: [...items], loading: false, partial: true })
        }
        set({ value: items, loading: false, partial: false })
      } catch (error) {
        if (!abort.signal.aborted) set({ value: [], fault: faultOf(error), loading: false, partial: false })
      }
    }
    setState((old) => ({ value: old.value, loading: true, partial: true }))
    void read()
    return () => abort.abort()
  }, [round, ...dependencies])

  return { ...state, reload: useCallback(() => setRound((n) => n + 1), []) }
}

/** The lists inside of the pages of a paginator: pagesOf(paginateListUsers(...), (page) => page.Users). */
export async function* pagesOf<P, T>(
  paginator: AsyncIterable<P>,
  list: (page: P) => T[] | undefined,
): AsyncIterable<T[]> {
  for await (const page of ahead(paginator)) yield list(page) ?? []
}

/** Asks for the next page while the last one is being read. */
async function* ahead<P>(paginator: AsyncIterable<P>): AsyncIterable<P> {
  const pages = paginator[Symbol.asyncIterator]()
  let next = pages.next()
  for (;;) {
    const page = await next
    if (page.done) return
    next = pages.next()
    next.catch(() => {}) // whoever reads on sees it; nobody may
    yield page.value
  }
}

/** Everything that a paginator has, for short lists. */
export async function all<P, T>(paginator: AsyncIterable<P>, list: (page: P) => T[] | undefined): Promise<T[]> {
  const items: T[] = []
  for await (const page of pagesOf(paginator, list)) items.push(...page)
  return items
}

/** Something that a person set off: whether it is under way, and why the last try failed. */
export interface Act<A extends unknown[]> {
  run: (...args: A) => Promise<boolean>
  busy: boolean
  fault?: Fault
  clear: () => void
}

/** Wraps a change. Run answers whether it was made; if it was not, fault says why. */
export function useAct<A extends unknown[]>(change: (...args: A) => Promise<unknown>): Act<A> {
  const [state, setState] = useState<{ busy: boolean; fault?: Fault }>({ busy: false })
  const latest = useRef(change)
  latest.current = change
  const run = useCallback(async (...args: A) => {
    setState({ busy: true })
    try {
      await latest.current(...args)
      setState({ busy: false })
      return true
    } catch (error) {
      setState({ busy: false, fault: faultOf(error) })
      return false
    }
  }, [])
  return { ...state, run, clear: useCallback(() => setState({ busy: false }), []) }
}
