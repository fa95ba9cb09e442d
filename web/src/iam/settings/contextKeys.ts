import type { ContextEntry, ContextKeyTypeEnum } from '@aws-sdk/client-iam'

/** A context key as it is typed. */
export interface TypedKey {
  name: string
  type: ContextKeyTypeEnum
  values: string
}

const single = ['string', 'numeric', 'boolean', 'date', 'ip', 'binary'] as const

/** The types of context keys. */
export const keyTypes: ContextKeyTypeEnum[] = single.flatMap((type) => [type, `${type}List` as const])

/** What a simulation is told: the keys that have a name and a value. A list's values are separated by commas. */
export function entriesOf(keys: TypedKey[]): ContextEntry[] {
  return keys
    .map(({ name, type, values }) => ({
      ContextKeyName: name.trim(),
      ContextKeyType: type,
      ContextKeyValues: (type.endsWith('List') ? values.split(',') : [values])
        .map((value) => value.trim())
        .filter((value) => value),
    }))
    .filter((entry) => entry.ContextKeyName && entry.ContextKeyValues.length > 0)
}

/** Keys for those names that are not there yet. Names differ in more than case. */
export function missingKeys(names: string[], keys: TypedKey[]): TypedKey[] {
  const known = new Set(keys.map(({ name }) => name.trim().toLowerCase()))
  return names
    .filter((name) => !known.has(name.toLowerCase()))
    .map((name) => ({ name, type: likelyType(name), values: '' }))
}

/** The type that a key usually has, as its name says. */
function likelyType(name: string): ContextKeyTypeEnum {
  if (/ip$/i.test(name)) return 'ip'
  if (/(present|transport|viaawsservice)$/i.test(name)) return 'boolean'
  if (/age$/i.test(name)) return 'numeric'
  if (/(:current|issue)time$/i.test(name)) return 'date'
  if (/tagkeys$/i.test(name)) return 'stringList'
  return 'string'
}
