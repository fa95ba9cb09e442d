import assert from 'node:assert/strict'
import { test } from 'node:test'
import { violations } from './lib/axe.js'
import { newContext } from './lib/browser.js'
import { chooseFromMenu, expectHeading, search } from './lib/console.js'
import { newUser, virtualDevice } from './lib/people.js'
import { cutOff, narrow, spaced } from './lib/room.js'
import { allow, newStage, password } from './lib/stage.js'
import { expectPath, expectVisible, settled } from './lib/wait.js'

const stage = newStage()

/** A tab of a browser that prefers German. */
async function germanTab() {
  const { context, assertClean } = await newContext(stage.browser, stage.server, { locale: 'de-DE' })
  return { page: await context.newPage(), assertClean, close: () => context.close() }
}

async function signInGerman(page, user, secret) {
  await page.goto('/signin/acme')
  await page.getByLabel('IAM-Benutzername').fill(user)
  await page.getByLabel('Passwort').fill(secret)
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click()
}

const spoken = (page) => page.evaluate(() => document.documentElement.lang)

test('the console speaks the language of the browser until another is chosen, which loses nothing that was typed', async () => {
  const { page, assertClean, close } = await germanTab()
  const { user, password } = stage.server.administrator
  await signInGerman(page, user, password)
  await expectHeading(page, 'Startseite der Konsole')
  assert.equal(await spoken(page), 'de')

  await page.goto('/console/iam/users/create')
  await page.getByRole('button', { name: 'Benutzer erstellen' }).click()
  await expectVisible(page.getByRole('img', { name: 'Fehler', exact: true })) // the component library's own word
  await page.getByLabel('Benutzername', { exact: true }).fill('Ann')
  await page.getByRole('button', { name: 'Einstellungen' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'English' }).click()
  await expectHeading(page, 'Add user')
  assert.equal(await page.getByLabel('User name', { exact: true }).inputValue(), 'Ann')
  assert.equal(await spoken(page), 'en')
  assert.equal(await page.title(), 'Add user | Cardea')

  await page.reload()
  await expectHeading(page, 'Add user')
  await page.goto('/sessions')
  await expectHeading(page, 'Your sessions')
  await page.getByRole('link', { name: 'Deutsch' }).click()
  await expectHeading(page, 'Ihre Sitzungen')
  await page.getByRole('link', { name: 'Zurück zur Konsole' }).click()
  await expectHeading(page, 'Startseite der Konsole')
  assertClean()
  await close()
})

test('the sign-in pages have no fault in German either', async () => {
  await newUser(stage.administrator, 'Anna', password)
  await virtualDevice(stage.administrator, stage.server, 'Anna')
  const { page, assertClean, close } = await germanTab()
  const look = async (name) => {
    await settled(page)
    assert.equal(await spoken(page), 'de', name)
    for (const check of [violations, cutOff, narrow, spaced]) assert.deepEqual(await check(page), [], name)
  }
  for (const path of ['/signin/acme', '/signin/-/root', '/nowhere']) {
    await page.goto(path)
    await look(path)
  }
  await signInGerman(page, 'Anna', 'falsch')
  await expectVisible(page.getByRole('alert').getByText('Ihre Anmeldedaten sind nicht richtig.'))
  await look('a wrong password')
  await signInGerman(page, 'Anna', password)
  await expectPath(page, /mfa$/)
  await expectVisible(page.getByLabel('MFA-Code'))
  await look('the second page')
  await page.goto('/signin/-/resync')
  await look('a device that is out of step')
  assertClean()
  await close()
})

/** Chooses German from the menu that is English now. */
async function turnGerman(page) {
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Deutsch' }).click()
  await page.waitForFunction(() => document.documentElement.lang === 'de')
}

test('a list is searched for dates as they are written in the language that is spoken now', () =>
  stage.as('polyglot', allow('iam:ListUsers'), async (page) => {
    await page.goto('/console/iam/users')
    const row = page.locator('tbody tr').filter({ hasText: 'polyglot' })
    const date = row.getByRole('cell').last()
    const english = await date.innerText()
    await search(page, 'Users', english)
    await expectVisible(page.getByText(/^\d+ match/))
    await turnGerman(page)
    await expectVisible(page.getByText('Nichts passt.'))
    const box = page.getByRole('searchbox')
    assert.equal(await box.inputValue(), english)
    await box.fill('')
    const german = await date.innerText()
    assert.notEqual(german, english)
    await box.fill(german)
    await expectVisible(page.getByText(/^\d+ Treffer/))
    await expectVisible(row)
  }))

test('a range of time that was typed is looked up in another language too', () =>
  stage.as('historian', allow('cloudtrail:LookupEvents'), async (page) => {
    await page.goto('/console/events')
    await page.getByRole('textbox', { name: 'From date' }).fill('2026/03/01')
    await turnGerman(page)
    const asked = page.waitForRequest((request) => request.postData()?.includes('StartTime'))
    await page.getByRole('button', { name: 'Suchen', exact: true }).click()
    const midnight = await page.evaluate(() => new Date(2026, 2, 1).getTime())
    const { StartTime } = (await asked).postDataJSON()
    assert.equal(typeof StartTime === 'number' ? StartTime * 1000 : Date.parse(StartTime), midnight)
  }))

test('a language that is not spoken is not fetched', () =>
  stage.at('/signin', async (page) => {
    const fetched = []
    page.on('request', (request) => fetched.push(request.url()))
    await page.goto('/console/')
    await expectHeading(page, 'Console home')
    await page.waitForLoadState('networkidle')
    assert.deepEqual(
      fetched.filter((url) => /german/.test(url)),
      [],
    )
    await page.getByRole('button', { name: 'Settings' }).click()
    await page.getByRole('menuitemcheckbox', { name: 'Deutsch' }).click()
    await expectHeading(page, 'Startseite der Konsole')
    assert.equal(fetched.filter((url) => /german/.test(url)).length, 1)
  }))
