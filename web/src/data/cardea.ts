import { membersOf, query, textOf, textsOf } from './query'

/** The operations of the service cardea, which AWS has no API for. */
export const call = (action: string, parameters: Record<string, string | undefined>) =>
  query('cardea', '2026-01-01', action, parameters)

export type AccessLevel = 'List' | 'Read' | 'Tagging' | 'Write' | 'Permissions management'

export interface ConditionLine {
  operator: string
  key: string
  values: string[]
}

/** What a policy says about one service with one effect. */
export interface SummaryRow {
  section: 'Uncategorized' | 'ExplicitDeny' | 'Allow'
  /** The prefix of the service's actions; * for all services. */
  service: string
  serviceName?: string
  /** With service *: the actions that it is not about. */
  except: string[]
  full: boolean
  levels: { level: AccessLevel; limited: boolean }[]
  actions: string[]
  resources: string[]
  conditions: ConditionLine[]
}

/** A policy's summary; undefined when there is none of such a policy. */
export async function summarizePolicy(document: string): Promise<SummaryRow[] | undefined> {
  const answer = await call('SummarizePolicy', { PolicyDocument: document })
  if (textOf(answer, 'Summarized') !== 'true') return undefined
  return membersOf(answer, 'Services').map((row) => ({
    section: textOf(row, 'Section') as SummaryRow['section'],
    service: textOf(row, 'Service') ?? '',
    serviceName: textOf(row, 'ServiceName'),
    except: textsOf(row, 'ExceptActions'),
    full: textOf(row, 'FullAccess') === 'true',
    levels: membersOf(row, 'AccessLevels').map((level) => ({
      level: textOf(level, 'AccessLevel') as AccessLevel,
      limited: textOf(level, 'Limited') === 'true',
    })),
    actions: textsOf(row, 'Actions'),
    resources: textsOf(row, 'Resources'),
    conditions: membersOf(row, 'Conditions').map((condition) => ({
      operator: textOf(condition, 'Operator') ?? '',
      key: textOf(condition, 'Key') ?? '',
      values: textsOf(condition, 'Values'),
    })),
  }))
}

export interface ServiceList {
  services: { prefix: string; name: string }[]
  globalKeys: string[]
}

export interface Reference {
  prefix: string
  name: string
  actions: { name: string; level: AccessLevel; resourceTypes: string[] }[]
  resourceTypes: { name: string; arn: string }[]
  keys: string[]
}

const keyNames = (answer: Element, list: string) => membersOf(answer, list).map((key) => textOf(key, 'Name') ?? '')

/** Every service that policies can speak of, with the condition keys that all of them know. */
export const listServices = once(async (): Promise<ServiceList> => {
  const answer = await call('ListServices', {})
  return {
    services: membersOf(answer, 'Services').map((service) => ({
      prefix: textOf(service, 'Prefix') ?? '',
      name: textOf(service, 'Name') ?? '',
    })),
    globalKeys: keyNames(answer, 'GlobalConditionKeys'),
  }
})

/** What one service knows: its actions, resources and condition keys. */
export const getService = once(async (prefix: string): Promise<Reference> => {
  const answer = await call('GetService', { Prefix: prefix })
  return {
    prefix,
    name: textOf(answer, 'Name') ?? prefix,
    actions: membersOf(answer, 'Actions').map((action) => ({
      name: textOf(action, 'Name') ?? '',
      level: textOf(action, 'AccessLevel') as AccessLevel,
      resourceTypes: textsOf(action, 'ResourceTypes'),
    })),
    resourceTypes: membersOf(answer, 'ResourceTypes').map((type) => ({
      name: textOf(type, 'Name') ?? '',
      arn: textOf(type, 'Arn') ?? '',
    })),
    keys: keyNames(answer, 'ConditionKeys'),
  }
})

/** Keeps what was answered. What failed is asked for again. */
function once<A extends string[], T>(ask: (...args: A) => Promise<T>): (...args: A) => Promise<T> {
  const answers = new Map<string, Promise<T>>()
  return (...args) => {
    const key = args.join(' ')
    const known = answers.get(key)
    if (known) return known
    const answer = ask(...args)
    answers.set(key, answer)
    answer.catch(() => answers.delete(key))
    return answer
  }
}
