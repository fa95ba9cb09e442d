/** A condition of a statement, with its values as a list. */
export interface VisualCondition {
  operator: string
  key: string
  values: string[]
}

/** A statement as the visual editor shows it. */
export interface VisualStatement {
  sid?: string
  effect: 'Allow' | 'Deny'
  actions: string[]
  resources: string[]
  conditions: VisualCondition[]
}

/** What the visual editor makes of a text: its statements, the elements that it has no form for, or why the text is no policy. */
export type Visual =
  | { kind: 'statements'; version: string; id?: string; statements: VisualStatement[] }
  | { kind: 'unsupported'; elements: string[] }
  | { kind: 'broken'; message: string }

type Json = Record<string, unknown>

const shown = ['Sid', 'Effect', 'Action', 'Resource', 'Condition']

/** Reads a text for the visual editor. */
export function readVisual(text: string): Visual {
  try {
    const document = JSON.parse(text) as Json
    const statements = listOf<Json>(document.Statement)
    const elements = new Set(
      statements.flatMap((statement) => Object.keys(statement)).filter((name) => !shown.includes(name)),
    )
    if (elements.size > 0) return { kind: 'unsupported', elements: [...elements] }
    return {
      kind: 'statements',
      version: String(document.Version ?? '2012-10-17'),
      id: document.Id as string | undefined,
      statements: statements.map(readStatement),
    }
  } catch (error) {
    return { kind: 'broken', message: (error as Error).message }
  }
}

function readStatement(statement: Json): VisualStatement {
  const conditions = Object.entries((statement.Condition ?? {}) as Record<string, Json>).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => ({ operator, key, values: listOf(values).map(String) })),
  )
  return {
    sid: statement.Sid as string | undefined,
    effect: statement.Effect === 'Deny' ? 'Deny' : 'Allow',
    actions: listOf<string>(statement.Action),
    resources: listOf<string>(statement.Resource),
    conditions,
  }
}

/** Writes what was edited as a text. */
export function writeVisual({ version, id, statements }: Extract<Visual, { kind: 'statements' }>): string {
  return JSON.stringify({ Version: version, Id: id, Statement: statements.map(writeStatement) }, null, 4)
}

function writeStatement({ sid, effect, actions, resources, conditions }: VisualStatement): Json {
  const blocks: Record<string, Record<string, unknown>> = {}
  for (const { operator, key, values } of conditions) {
    const block = (blocks[operator] ??= {})
    block[key] = single([...listOf<string>(block[key]), ...values])
  }
  return {
    Sid: sid,
    Effect: effect,
    Action: single(actions),
    Resource: single(resources),
    Condition: conditions.length > 0 ? blocks : undefined,
  }
}

function listOf<T>(value: unknown): T[] {
  if (value === undefined || value === null) return []
  return (Array.isArray(value) ? value : [value]) as T[]
}

function single<T>(list: T[]): T | T[] {
  return list.length === 1 ? list[0]! : list
}
