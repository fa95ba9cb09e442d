import { describe, expect, test } from 'vitest'
import { english, type Key } from './english'
import { when } from './format'
import { bestOf, type Language, languages, regionOf } from './languages'
import { pseudo } from './pseudo'
import { plural, speak, t } from './text'

const files = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
})
const sources = Object.entries(files).map(([name, text]) => ({ name, text }))

describe('the catalogue', () => {
  test('has no text that no page shows', () => {
    const code = sources
      .filter(({ name }) => !/^\.\/(en|de)\//.test(name))
      .map(({ text }) => text)
      .join('\n')
    const unused = Object.keys(english).filter((key) => !isNamed(code, key))
    expect(unused).toEqual([])
  })

  test('holds every sentence of the pages', () => {
    const bare = sources
      .filter(({ name }) => name.endsWith('.tsx'))
      .flatMap(({ name, text }) =>
        [...text.matchAll(/(?<!=)>\s*([A-Z][a-z]+(?: [a-z]+)*[.!?]?)\s*</g)].map((found) => `${name}: ${found[1]}`),
      )
    expect(bare).toEqual([])
  })
})

describe('the pseudo-language', () => {
  test('keeps every placeholder and marks every text', () => {
    const translated = pseudo(english)
    for (const [key, text] of Object.entries(english)) {
      const stretched = translated[key as keyof typeof english]
      expect(stretched).toMatch(/^\[.*~\]$/s)
      expect(placeholders(stretched)).toEqual(placeholders(text))
    }
  })
})

describe('each language', () => {
  for (const [language, { load }] of Object.entries(languages))
    test(`has the texts of English, with their placeholders: ${language}`, async () => {
      const { catalogue } = await load()
      expect(Object.keys(catalogue).sort()).toEqual(Object.keys(english).sort())
      for (const key of Object.keys(english) as Key[])
        expect(placeholders(catalogue[key]), key).toEqual(placeholders(english[key]))
    })

  test('says texts, dates, numbers and plurals in its own way once it is spoken', async () => {
    const said = async (language: Language) => {
      speak((await languages[language].load()).catalogue, languages[language].locale)
      const date = when(new Date(2026, 2, 1, 12, 5)).replace(/\s/g, ' ')
      return [t('users.title'), date, plural('shared.daysAgo', 1), plural('table.matches', 12345)]
    }
    expect(await said('de')).toEqual(['Benutzer', '01.03.2026, 12:05', 'vor 1 Tag', '12.345 Treffer'])
    expect(await said('en')).toEqual(['Users', 'Mar 1, 2026, 12:05 PM', '1 day ago', '12,345 matches'])
  })

  test('is that which a person wants most of those that there are', () => {
    expect(bestOf(['fr-CH', 'de-CH', 'en'])).toBe('de')
    expect(bestOf(['en-GB', 'de'])).toBe('en')
    expect(bestOf(['fr'])).toBe('en')
    expect(bestOf([])).toBe('en')
  })

  test('writes dates as the region of the person does', () => {
    expect(regionOf('en', ['de-AT', 'en-GB'])).toBe('en-GB')
    expect(regionOf('de', ['de-AT', 'en-GB'])).toBe('de-AT')
    expect(regionOf('de', ['en-US'])).toBe('de')
  })
})

describe('a text', () => {
  test('is filled with its values', () => {
    expect(t('mfa.device', { serial: 'GAHT12345678', kind: 'Hardware' })).toBe('GAHT12345678 (Hardware)')
  })

  test('of a number has the form of the number', () => {
    expect(plural('table.matches', 1)).toBe('1 match')
    expect(plural('table.matches', 0)).toBe('0 matches')
  })
})

const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map((found) => found[0]).sort()

/** A key stands in the code as it is, as the stem of a plural, or with a part that is computed. */
function isNamed(code: string, key: string): boolean {
  const parts = key.split('.')
  const cuts = parts.slice(1).map((_, i) => i + 1)
  return (
    code.includes(`'${key}'`) ||
    code.includes(`plural('${parts.slice(0, -1).join('.')}'`) ||
    cuts.some((cut) => code.includes(`\`${parts.slice(0, cut).join('.')}.\${`)) ||
    cuts.some((cut) => code.includes(`}.${parts.slice(cut).join('.')}\``))
  )
}
