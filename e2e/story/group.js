import { expectHeading, openSection, openTab, press, search } from '../lib/console.js'
import { signOut } from '../lib/people.js'
import { expectCount, expectVisible } from '../lib/wait.js'
import { assertGrantsNothing } from './before.js'
import { group as name } from './scene.js'

export const group = {
  '2.1 to 2.3: the name of the group opens its page, and its check box opens nothing': async ({ page }) => {
    await openSection(page, 'Groups')
    await search(page, 'Groups', name)
    await row(page, name).getByRole('checkbox').check()
    await expectHeading(page, 'Groups')
    await page.getByRole('link', { name, exact: true }).click()
    await expectHeading(page, name)
    await openTab(page, 'Permissions')
    await press(page, 'Attach Policy')
    await expectHeading(page, 'Attach Policy')
  },

  '2.4 to 2.6: what is checked survives a new search': async ({ page, administrator }) => {
    await check(page, 'EC2Full', 'AmazonEC2FullAccess')
    await check(page, 'Force', 'Force_MFA')
    await expectCount(row(page, 'AmazonEC2FullAccess'), 0)
    await assertGrantsNothing(administrator)
    await press(page, 'Attach Policy')
    await expectHeading(page, name)
    await expectVisible(page.getByRole('tab', { name: 'Permissions', selected: true }))
    for (const policy of ['AmazonEC2FullAccess', 'Force_MFA']) await expectVisible(row(page, policy))
  },

  '3.1: the administrator signs out': ({ page }) => signOut(page),
}

const row = (page, text) => page.getByRole('row').filter({ hasText: text })

async function check(page, text, policy) {
  await page.getByRole('searchbox').fill(text)
  await row(page, policy).getByRole('checkbox').check()
}
