import {
  type ContextEntry,
  type EvaluationResult,
  GetContextKeysForCustomPolicyCommand,
  GetContextKeysForPrincipalPolicyCommand,
  paginateSimulateCustomPolicy,
  paginateSimulatePrincipalPolicy,
  type Statement,
} from '@aws-sdk/client-iam'
import { excerpt } from '../../data/excerpt'
import { iam } from '../../data/iam'
import { all } from '../../data/load'
import { type Decider, decider } from '../../data/simulate'

/** Whose policies are simulated: those of a principal, or documents that nobody has yet. */
export type Source = { principal: string } | { documents: string[] }

export interface Question {
  source: Source
  actions: string[]
  resources: string[]
  context: ContextEntry[]
}

/** What is decided about an action on a resource, and by which statements. */
export interface Answer {
  action: string
  resource: string
  decision: string
  /** The context keys that statements ask for and that have no value. */
  missing: string[]
  statements: Decider[]
}

/** Asks about each resource by itself: one question about several is answered with the most restrictive decision. */
export async function simulate(question: Question): Promise<Answer[]> {
  const { source, resources } = question
  const answers: Answer[] = []
  for (const resource of resources.length > 0 ? resources : ['*']) {
    for (const result of await ask(question, resource)) answers.push(await answerOf(source, resource, result))
  }
  return answers
}

function ask({ source, actions, context }: Question, resource: string): Promise<EvaluationResult[]> {
  const input = { ActionNames: actions, ResourceArns: [resource], ContextEntries: context }
  const pages =
    'principal' in source
      ? paginateSimulatePrincipalPolicy({ client: iam }, { ...input, PolicySourceArn: source.principal })
      : paginateSimulateCustomPolicy({ client: iam }, { ...input, PolicyInputList: source.documents })
  return all(pages, (page) => page.EvaluationResults)
}

async function answerOf(source: Source, resource: string, result: EvaluationResult): Promise<Answer> {
  const statements = (result.MatchedStatements ?? []).map((statement) =>
    'principal' in source ? decider(source.principal, statement) : typed(source.documents, statement),
  )
  return {
    action: result.EvalActionName ?? '',
    resource,
    decision: result.EvalDecision ?? 'implicitDeny',
    missing: result.MissingContextValues ?? [],
    statements: await Promise.all(statements),
  }
}

/** A statement of a document that was typed. The simulator names it by its place: PolicyInputList.1. */
function typed(documents: string[], { SourcePolicyId = '', StartPosition, EndPosition }: Statement): Decider {
  const text = excerpt(documents[Number(/\.(\d+)$/.exec(SourcePolicyId)?.[1]) - 1] ?? '', StartPosition, EndPosition)
  return { policy: SourcePolicyId, line: StartPosition?.Line ?? 1, written: text ? { text } : undefined }
}

/** The context keys that policies ask for. */
export async function askedKeys(source: Source): Promise<string[]> {
  const answer =
    'principal' in source
      ? await iam.send(new GetContextKeysForPrincipalPolicyCommand({ PolicySourceArn: source.principal }))
      : await iam.send(new GetContextKeysForCustomPolicyCommand({ PolicyInputList: source.documents }))
  return answer.ContextKeyNames ?? []
}
