import assert from 'node:assert/strict'
import { expectHeading, openSection, press } from '../lib/console.js'
import { mustCall } from '../lib/people.js'
import { expectCount, expectText, expectVisible } from '../lib/wait.js'

const spare = 'GAHT12345679'

/** How the administrator makes a hardware token known: its maker's file of seeds is imported. */
export const importSeeds = (serial, seed) => ({
  'before: a file of seeds with a wrong line is not imported, and the line is named': async ({
    page,
    administrator,
  }) => {
    await openSection(page, 'Hardware MFA tokens')
    await expectText(page, 'No token has been imported.')
    await press(page, 'Import tokens')
    await expectHeading(page, 'Import tokens')
    await press(page, 'Import')
    await expectText(page, 'Choose a file.')
    await chooseSeeds(page, `serial number,seed\n${serial},${seed}\n${spare},NOT-A-SEED!\n`)
    await expectText(page, 'Line 3: The seed has something else than letters and the digits 2 to 7.')
    await press(page, 'Import')
    await expectHeading(page, 'Import tokens')
    assert.doesNotMatch(await mustCall(administrator, 'cardea', 'ListHardwareMFADevices'), /<SerialNumber>/)
  },

  'before: the administrator imports the seeds, which are never shown': async ({ page }) => {
    const seen = []
    page.on('request', (request) => seen.push(request.url()))
    await chooseSeeds(page, `serial number,seed\n${serial},${seed}\n${spare},${seed}\n`)
    await expectText(page, '2 tokens can be imported.')
    assert.ok(!(await page.content()).includes(seed), 'the page shows a seed')
    await press(page, 'Import')
    await expectText(page, '2 tokens have been imported.')
    await expectHeading(page, 'Hardware MFA tokens')
    for (const each of [serial, spare])
      await expectVisible(page.getByRole('row').filter({ hasText: each }).filter({ hasText: 'Unassigned' }))
    assert.ok(!(await page.content()).includes(seed), 'the page shows a seed')
    assert.ok(!seen.some((url) => url.includes(seed)), 'an address holds a seed')
  },

  'before: the same seeds once more are refused, and a token that nobody has is deleted': async ({ page }) => {
    await press(page, 'Import tokens')
    await chooseSeeds(page, `${serial},${seed}\n`)
    await press(page, 'Import')
    await expectText(page, `Line 1: Hardware MFA device with serial number ${serial} already exists`)
    await openSection(page, 'Hardware MFA tokens')
    await page.getByRole('row').filter({ hasText: spare }).getByRole('radio').check()
    await press(page, 'Delete token')
    await press(page.getByRole('dialog'), 'Delete')
    await expectText(page, `The token ${spare} has been deleted.`)
    await expectVisible(page.getByRole('row').filter({ hasText: serial }))
    await expectCount(page.getByRole('row').filter({ hasText: spare }), 0)
  },
})

/** Chooses the file of seeds, as the browser's own dialog does. */
export function chooseSeeds(page, text, name = 'seeds.csv') {
  return page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
}
