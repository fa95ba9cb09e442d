import type { Ace } from 'ace-builds'
import { getService, listServices } from '../../data/cardea'
import { formsOf, servicesOf } from './arns'
import { operators } from './operators'
import { type Place, placeOf } from './place'

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

const option = (meta: string, score: number) => (value: string) => ({ value, caption: value, meta, score })

/** What may be typed next: services, then the actions and condition keys of the one that is named, ARNs of an account, elements and operators. */
export const completionsFor = (account: string): Ace.Completer => ({
  identifierRegexps: [/[\w:.*/-]/],
  getCompletions: (_editor, session, position, prefix, callback) => {
    const place = placeOf(session.getValue(), session.doc.positionToIndex(position, 0))
    find(prefix, place, account).then(
      (list) => callback(null, list),
      () => callback(null, []), // who may not read the reference types without help
    )
  },
})

function find(prefix: string, place: Place, account: string): Promise<Ace.Completion[]> {
  const isResource = place.quoted && (place.element === 'Resource' || place.element === 'NotResource')
  if (isResource || prefix.startsWith('arn:')) return ofArns(prefix, place.actions, account)
  const service = /^([\w-]+):/.exec(prefix)?.[1]?.toLowerCase()
  return service && !/^for(all|any)value/.test(service) ? ofService(service) : ofLanguage()
}

/** The ARNs of the services of the actions, those first that the actions are about; of the service that an ARN names; and the beginnings of all others. */
async function ofArns(prefix: string, actions: string[], account: string) {
  const { services } = await listServices()
  const named = /^arn:aws:([\w-]+):/.exec(prefix)?.[1]
  const known = [...new Set([...servicesOf(actions), named])].filter((each) => services.some((s) => s.prefix === each))
  const references = await Promise.all(known.map((each) => getService(each!)))
  const forms = references.flatMap((each) => formsOf(each, actions, account))
  return [
    ...forms.map(({ arn, name, fits }) => option(name, fits ? 3 : 2)(arn)),
    ...services
      .filter(({ prefix }) => !known.includes(prefix))
      .map(({ name, prefix }) => option(name, 1)(`arn:aws:${prefix}:`)),
  ]
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
