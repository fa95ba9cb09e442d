import { describe, expect, test } from 'vitest'
import { english } from './english'
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
      .filter(({ name }) => !name.startsWith('./en/'))
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

  test('is spoken once it is chosen', () => {
    speak('pseudo')
    expect(t('users.title')).not.toBe(english['users.title'])
    speak('en')
    expect(t('users.title')).toBe(english['users.title'])
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
