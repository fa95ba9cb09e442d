import assert from 'node:assert/strict'
import { colours, violations } from './axe.js'

/** Visits a stop of a tour, and demands that no check finds a fault and that the browser had nothing to report. */
export async function look(tour, stop, checks) {
  const { page, assertClean } = await tour.visit(stop)
  const faults = []
  for (const check of checks) faults.push(...(await check(page)))
  assert.deepEqual(faults, [])
  if (!stop.noisy) assertClean()
}

export const inLight = (page) => violations(page)

/** The dark page differs from the light one in its colours alone. */
export async function inDark(page) {
  await page.emulateMedia({ colorScheme: 'dark' })
  const faults = await violations(page, colours)
  await page.emulateMedia({ colorScheme: 'light' })
  return faults.map((fault) => `dark: ${fault}`)
}

/** What a page says went wrong. */
export async function complaints(page) {
  return (await page.getByText(/could not be loaded/).allTextContents()).map((text) => `complains: ${text}`)
}
