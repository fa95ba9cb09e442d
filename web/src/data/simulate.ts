import { SimulatePrincipalPolicyCommand } from '@aws-sdk/client-iam'
import { iam } from './iam'

/** What decides about an action, and where it stands. */
export interface Verdict {
  decision: string
  statements: { policy: string; line: number }[]
}

/** What the simulator says that a principal may do, with or without MFA. Only those who may simulate are answered. */
export async function simulate(arn: string, mfa: boolean, action: string, resource?: string): Promise<Verdict> {
  const answer = await iam.send(
    new SimulatePrincipalPolicyCommand({
      PolicySourceArn: arn,
      ActionNames: [action],
      ResourceArns: resource?.startsWith('arn:') ? [resource] : undefined,
      ContextEntries: [
        { ContextKeyName: 'aws:MultiFactorAuthPresent', ContextKeyType: 'boolean', ContextKeyValues: [String(mfa)] },
      ],
    }),
  )
  const result = answer.EvaluationResults?.[0]
  return {
    decision: result?.EvalDecision ?? 'implicitDeny',
    statements: (result?.MatchedStatements ?? []).map((statement) => ({
      policy: statement.SourcePolicyId ?? '',
      line: statement.StartPosition?.Line ?? 1,
    })),
  }
}
