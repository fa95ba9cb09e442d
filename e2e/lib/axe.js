import assert from 'node:assert/strict'
import { AxeBuilder } from '@axe-core/playwright'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Demands that axe finds no fault with the page as it is shown now. */
export async function assertAccessible(page) {
  assert.deepEqual(await violations(page), [], `axe at ${page.url()}`)
}

/** What axe finds, one line for each element. */
export async function violations(page) {
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id} (${help}): ${node.target.join(' ')} ${node.html.slice(0, 160)}`),
  )
}
