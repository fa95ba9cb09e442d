import type { Ace } from 'ace-builds'
import { getService, listServices } from '../../data/cardea'

const elements = [
  'Version',
  'Id',
  'Statement',
  'Sid',
  'Effect',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
]

const operators = [
  'StringEquals',
  'StringNotEquals',
  'StringEqualsIgnoreCase',
  'StringNotEqualsIgnoreCase',
  'StringLike',
  'StringNotLike',
  'NumericEquals',
  'NumericNotEquals',
  'NumericLessThan',
  'NumericLessThanEquals',
  'NumericGreaterThan',
  'NumericGreaterThanEquals',
  'DateEquals',
  'DateNotEquals',
  'DateLessThan',
  'DateLessThanEquals',
  'DateGreaterThan',
  'DateGreaterThanEquals',
  'Bool',
  'BoolIfExists',
  'BinaryEquals',
  'IpAddress',
  'NotIpAddress',
  'ArnEquals',
  'ArnLike',
  'ArnNotEquals',
  'ArnNotLike',
  'Null',
]

const option = (meta: string, score: number) => (value: string) => ({ value, caption: value, meta, score })

/** What may be typed next: services, then the actions and condition keys of the one that is named, elements and operators. */
export const completions: Ace.Completer = {
  identifierRegexps: [/[\w:.*-]/],
  getCompletions: (_editor, _session, _position, prefix, callback) => {
    const service = /^([\w-]+):/.exec(prefix)?.[1]?.toLowerCase()
    const found = service ? ofService(service) : ofLanguage()
    found.then(
      (list) => callback(null, list),
      () => callback(null, []), // who may not read the reference types without help
    )
  },
}

async function ofService(prefix: string) {
  const keys = (await listServices()).globalKeys.filter((key) => key.startsWith(`${prefix}:`))
  if (prefix === 'aws') return keys.map(option('key', 1))
  const known = await getService(prefix)
  return [
    ...known.actions.map((action) => option(action.level, 2)(`${prefix}:${action.name}`)),
    ...known.keys.filter((key) => key.startsWith(`${prefix}:`)).map(option('key', 1)),
  ]
}

async function ofLanguage() {
  const language = [...elements.map(option('element', 3)), ...operators.map(option('operator', 2))]
  const known = await listServices().catch(() => undefined)
  return [...language, ...(known?.services ?? []).map((each) => option(each.name, 1)(`${each.prefix}:`))]
}
