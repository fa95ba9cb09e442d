/**
 * Lets so many questions be under way at a time; the others wait for their turn. One that nobody waits for any more when its turn comes is never asked.
 */
export function turns(most: number) {
  let free = most
  const waiting: (() => void)[] = []
  return async <T>(ask: () => Promise<T>, signal: AbortSignal): Promise<T> => {
    if (free > 0) free--
    else await new Promise<void>((go) => waiting.push(go))
    try {
      signal.throwIfAborted()
      return await ask()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free++
    }
  }
}
