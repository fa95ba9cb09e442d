import { english, type Key } from './english'

type Placeholders<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholders<Rest> : never
type Values<K extends Key> = Record<Placeholders<(typeof english)[K]>, string | number>
type Arguments<K extends Key> = [Placeholders<(typeof english)[K]>] extends [never] ? [] : [values: Values<K>]

/** The keys of texts that need no values. */
export type PlainKey = { [K in Key]: [Placeholders<(typeof english)[K]>] extends [never] ? K : never }[Key]

export type Catalogue = Readonly<Record<Key, string>>

let catalogue: Catalogue = english
let spoken = 'en'

/** Chooses the words, and the language whose rules numbers, plurals and dates follow. What is drawn afterwards has them. */
export function speak(words: Catalogue, locale: string) {
  catalogue = words
  spoken = locale
}

/** The language that is spoken now, as Intl names it. */
export function locale(): string {
  return spoken
}

/** The text of a key, with its placeholders filled. Which values it needs is checked by the compiler. */
export function t<K extends Key>(key: K, ...values: Arguments<K>): string {
  return fill(catalogue[key], values[0] ?? {})
}

type Plural = { [K in Key]: K extends `${infer Stem}.other` ? Stem : never }[Key]

/** The text for a number of things: the key's .one or .other, as the rules of the language say, with {count} filled. */
export function plural(stem: Plural, count: number): string {
  const form = new Intl.PluralRules(spoken).select(count) === 'one' ? 'one' : 'other'
  return fill(catalogue[`${stem}.${form}` as Key], { count: count.toLocaleString(spoken) })
}

function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
