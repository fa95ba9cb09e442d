import { english, type Key } from './english'
import { pseudo } from './pseudo'

type Placeholders<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholders<Rest> : never
type Values<K extends Key> = Record<Placeholders<(typeof english)[K]>, string | number>
type Arguments<K extends Key> = [Placeholders<(typeof english)[K]>] extends [never] ? [] : [values: Values<K>]

/** The keys of texts that need no values. */
export type PlainKey = { [K in Key]: [Placeholders<(typeof english)[K]>] extends [never] ? K : never }[Key]

export type Language = 'en' | 'pseudo'
export type Catalogue = Readonly<Record<Key, string>>

/** The languages that can be chosen. The pseudo-language shows at a glance what does not come from the catalogue. */
export const languages: Readonly<Record<Language, () => Catalogue>> = {
  en: () => english,
  pseudo: () => pseudo(english),
}

let catalogue: Catalogue = english

/** Chooses the language. Call it before the first page is drawn. */
export function speak(language: Language) {
  catalogue = languages[language]()
}

/** The text of a key, with its placeholders filled. Which values it needs is checked by the compiler. */
export function t<K extends Key>(key: K, ...values: Arguments<K>): string {
  return fill(catalogue[key], values[0] ?? {})
}

type Plural = { [K in Key]: K extends `${infer Stem}.other` ? Stem : never }[Key]

/** The text for a number of things: the key's .one or .other, as the rules of the language say, with {count} filled. */
export function plural(stem: Plural, count: number): string {
  const form = new Intl.PluralRules('en').select(count) === 'one' ? 'one' : 'other'
  return fill(catalogue[`${stem}.${form}` as Key], { count: count.toLocaleString() })
}

function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
