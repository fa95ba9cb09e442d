import { GetRoleCommand, SimulatePrincipalPolicyCommand, type Statement } from '@aws-sdk/client-iam'
import { iam } from './iam'
import type { Session } from './session'
import { readStatement, type Written } from './statement'

/** What decides about an action, and the statements that made the decision. */
export interface Verdict {
  decision: string
  statements: Decider[]
}

/** A statement that took part: where it stands, and as it is written for those who may read the policy. */
export interface Decider {
  policy: string
  line: number
  written?: Written
}

/** What the simulator says that a session may do. Only those who may simulate are answered. */
export async function simulate(session: Session, action: string, resource?: string): Promise<Verdict> {
  const principal = await holderOf(session)
  const arn = resource && arnOf(resource, session.account.id)
  const answer = await iam.send(
    new SimulatePrincipalPolicyCommand({
      PolicySourceArn: principal,
      ActionNames: [action],
      ResourceArns: arn ? [arn] : undefined,
      ContextEntries: [
        {
          ContextKeyName: 'aws:MultiFactorAuthPresent',
          ContextKeyType: 'boolean',
          ContextKeyValues: [String(session.mfa)],
        },
      ],
    }),
  )
  const result = answer.EvaluationResults?.[0]
  return {
    decision: result?.EvalDecision ?? 'implicitDeny',
    statements: await Promise.all((result?.MatchedStatements ?? []).map((statement) => decider(principal, statement))),
  }
}

/** Reads a statement that the simulator named, for those who may. */
export async function decider(principal: string, statement: Statement): Promise<Decider> {
  return {
    policy: statement.SourcePolicyId ?? '',
    line: statement.StartPosition?.Line ?? 1,
    written: await readStatement(principal, statement),
  }
}

/** The user or role whose policies apply. The ARN of a role's session leaves out the path of the role, so the role is looked up. */
async function holderOf({ arn, account }: Session): Promise<string> {
  const RoleName = /:assumed-role\/([^/]+)\//.exec(arn)?.[1]
  if (!RoleName) return arn
  try {
    return (await iam.send(new GetRoleCommand({ RoleName }))).Role?.Arn ?? arn
  } catch {
    return `arn:aws:iam::${account.id}:role/${RoleName}`
  }
}

/** The ARN of what a message of denial names: it writes some resources as "user MFAUser". */
function arnOf(resource: string, account: string): string | undefined {
  const written = /arn:\S+/.exec(resource)?.[0]
  if (written) return written
  const [, kind, name] = /^(user|group|role) (\S+)$/.exec(resource) ?? []
  return kind && `arn:aws:iam::${account}:${kind}/${name}`
}
