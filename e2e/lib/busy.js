/** Has the pages of a context note each task that holds them up for more than 50 ms. https://www.w3.org/TR/longtasks-1/ */
export function noteTasks(context) {
  return context.addInitScript(() => {
    window.tasks = []
    window.taskObserver = new PerformanceObserver((list) => window.tasks.push(...list.getEntries()))
    window.taskObserver.observe({ type: 'longtask', buffered: true })
  })
}

/** How long the tasks since the last call held up a page, in milliseconds. What they changed has been drawn. */
export function takeTasks(page) {
  return page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame++) await new Promise((drawn) => requestAnimationFrame(drawn))
    window.tasks.push(...window.taskObserver.takeRecords())
    return window.tasks.splice(0).map((task) => task.duration)
  })
}

/** Does something, which waits for what is to come of it, and answers how long it took and for how long the page was held up at most. */
export async function timed(page, act) {
  await takeTasks(page)
  const began = performance.now()
  await act()
  const took = performance.now() - began
  return { took, worst: Math.max(0, ...(await takeTasks(page))) }
}

export function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1]
}
