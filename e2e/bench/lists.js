// node bench/lists.js [users]  measures the list of users of a large account as a person meets it.
import { median, noteTasks, takeTasks, timed } from '../lib/busy.js'
import { newContext, startBrowser } from '../lib/browser.js'
import { expectFirst, expectLoaded, nextPage, showColumn, sortBy } from '../lib/list.js'
import { makeUsers, userNumber } from '../lib/many.js'
import { signIn } from '../lib/people.js'
import { startServer } from '../lib/server.js'

const made = Number(process.argv[2] ?? 100_000)
const server = await startServer('--quota', `UsersQuota=${made + 1}`)
const browser = await startBrowser()
try {
  const { context } = await newContext(browser, server)
  await noteTasks(context)
  const page = await context.newPage()
  await signIn(page, server, server.administrator.user, server.administrator.password)
  await measure(page, context)
} finally {
  await browser.close()
  await server.stop()
}

async function measure(page, context) {
  const began = performance.now()
  await makeUsers(context, server, made)
  print(`${made.toLocaleString('en')} users made`, { took: performance.now() - began })

  const opened = performance.now()
  await page.goto('/console/iam/users')
  await expectFirst(page, 'admin')
  print('the first users are there', {
    took: performance.now() - opened,
    worst: Math.max(...(await takeTasks(page)), 0),
  })
  await expectLoaded(page, made + 1)
  print('all users are there', { took: performance.now() - opened, worst: Math.max(...(await takeTasks(page)), 0) })

  const box = page.getByRole('searchbox', { name: 'Search Users' })
  await repeat('a letter in the search box', page, [...'user-00'], (letter) => box.press(letter))
  await box.fill('')
  await repeat('the next page', page, [1, 2, 3, 4, 5], async (at) => {
    await nextPage(page)
    await expectFirst(page, userNumber(at * 20 - 1))
  })
  await repeat('a row checked', page, [1, 2, 3, 4, 5], (row) => page.getByRole('checkbox').nth(row).check())
  await showColumn(page, 'User ID')
  await repeat('sorted by user ID', page, ['ascending', 'descending', 'ascending', 'descending'], async (order) => {
    await sortBy(page, 'User ID')
    await page.locator(`th[aria-sort=${order}]`).waitFor()
  })
  const session = await context.newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  console.log(`${'memory of the page'.padEnd(34)} ${(usedSize / 2 ** 20).toFixed(0).padStart(7)} MB`)
}

async function repeat(what, page, values, act) {
  const all = []
  for (const value of values) all.push(await timed(page, () => act(value)))
  print(what, { took: median(all.map((each) => each.took)), worst: Math.max(...all.map((each) => each.worst)) })
}

function print(what, { took, worst }) {
  const held =
    worst === undefined ? '' : worst === 0 ? ', no task above 50 ms' : `, longest task ${worst.toFixed(0)} ms`
  console.log(`${what.padEnd(34)} ${took.toFixed(0).padStart(7)} ms${held}`)
}
