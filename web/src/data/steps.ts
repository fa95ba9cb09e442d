/** Work on a long list in steps: at each yield the page may draw, and answer a person. */
export type Steps<T> = Generator<void, T, void>

/** How long work may hold up a page, in milliseconds: half of a frame. */
const turn = 8

/** Goes on with work for one turn. Undefined: it is not done yet. */
export function goOn<T>(work: Steps<T>): { value: T } | undefined {
  const until = performance.now() + turn
  do {
    const step = work.next()
    if (step.done) return { value: step.value }
  } while (performance.now() < until)
  return undefined
}

/** Does work to its end, with a pause after each turn. It rejects when the signal says that nobody waits for it any more. */
export async function finish<T>(work: Steps<T>, signal?: AbortSignal): Promise<T> {
  for (;;) {
    const done = goOn(work)
    if (done) return done.value
    await pause()
    signal?.throwIfAborted()
  }
}

const { port1: hears, port2: says } = new MessageChannel()
const waiting: (() => void)[] = []
hears.onmessage = () => waiting.shift()?.()

/** A message to ourselves is read after what a person did meanwhile. The ports are kept: a message is lost with a port that nobody holds any more. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve)
    says.postMessage(undefined)
  })
}
