import { test } from 'node:test'
import { ctap2, u2f } from '../device/key.js'
import { newKeyOwner, signInWithKey } from '../device/owner.js'
import { expectHeading, press } from '../lib/console.js'
import { newStage, password } from '../lib/stage.js'

const stage = newStage()

/** The choice of English, whatever the browser prefers. */
const language = 'cardea-language'
const english = { name: language, value: 'en', domain: 'localhost', path: '/', expires: -1, sameSite: 'Lax' }
const inEnglish = { storageState: { cookies: [{ ...english, httpOnly: false, secure: false }], origins: [] } }

for (const [locale, protocol] of [
  ['de-DE', ctap2],
  ['ja-JP', u2f],
])
  test(`a security key is registered and signs in with a browser that speaks ${locale}`, async () => {
    const owner = await newKeyOwner(stage, `Reads-${locale}`, protocol, { locale, ...inEnglish })
    await signInWithKey(owner)
    owner.assertClean()
  })

test('a security key signs in on pages in German', async () => {
  const user = 'Liest'
  const { page, context, assertClean } = await newKeyOwner(stage, user, ctap2, { locale: 'de-DE', ...inEnglish })
  await context.clearCookies({ name: language })
  await page.goto(stage.server.signIn)
  await page.getByLabel('IAM-Benutzername').fill(user)
  await page.getByLabel('Passwort').fill(password)
  await press(page, 'Anmelden')
  await press(page, 'Sicherheitsschlüssel verwenden')
  await expectHeading(page, 'Startseite der Konsole')
  assertClean()
})
