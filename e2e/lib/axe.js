import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const axe = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

/** The rules that a change of colours alone can break. */
export const colours = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }

/** Demands that axe finds no fault with the page as it is shown now. */
export async function assertAccessible(page) {
  assert.deepEqual(await violations(page), [], `axe at ${page.url()}`)
}

/** What axe finds by some rules, one line for each element. */
export async function violations(page, runOnly = { type: 'tag', values: tags }) {
  if (!(await page.evaluate(() => Boolean(window.axe)))) await page.evaluate(axe)
  return page.evaluate(async (runOnly) => {
    const { violations } = await window.axe.run(document, { runOnly, resultTypes: ['violations'] })
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id} (${help}): ${node.target.join(' ')} ${node.html.slice(0, 160)}`),
    )
  }, runOnly)
}
