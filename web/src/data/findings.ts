import { faultOf } from './fault'
import { post } from './rest'

export type FindingType = 'ERROR' | 'SECURITY_WARNING' | 'WARNING' | 'SUGGESTION'

/** Something that the validator says about a policy, and where. Lines and columns count from 1. */
export interface Finding {
  type: FindingType
  code: string
  details: string
  places: { line: number; column: number }[]
}

/** What the server's validator finds in a policy; where the person may not ask it, what the browser finds in JSON. */
export async function validate(document: string, trust = false): Promise<Finding[]> {
  try {
    return await ask(document, trust)
  } catch (error) {
    if (!faultOf(error).denied) throw error
    return jsonFindings(document)
  }
}

/** The operation's own shape. It counts columns from 0. */
interface Answer {
  findings: {
    findingType: FindingType
    issueCode: string
    findingDetails: string
    locations: { span: { start: { line: number; column: number } } }[]
  }[]
}

async function ask(document: string, trust: boolean): Promise<Finding[]> {
  const { findings } = await post<Answer>('access-analyzer', '/policy/validation', {
    policyDocument: document || ' ',
    policyType: trust ? 'RESOURCE_POLICY' : 'IDENTITY_POLICY',
    validatePolicyResourceType: trust ? 'AWS::IAM::AssumeRolePolicyDocument' : undefined,
  })
  return findings.map((finding) => ({
    type: finding.findingType,
    code: finding.issueCode,
    details: finding.findingDetails,
    places: finding.locations.map(({ span: { start } }) => ({ line: start.line, column: start.column + 1 })),
  }))
}

/** Findings about names that the server's reference does not have. It may be older than the service, so they keep nobody from saving. */
const unknownNames = [
  'INVALID_ACTION',
  'INVALID_SERVICE_IN_ACTION',
  'INVALID_GLOBAL_CONDITION_KEY',
  'INVALID_SERVICE_CONDITION_KEY',
]

/** Whether a policy with this finding can be no policy. */
export function blocks(finding: Finding): boolean {
  return finding.type === 'ERROR' && !unknownNames.includes(finding.code)
}

/** Says where a text is no JSON, as far as the browser tells. */
export function jsonFindings(document: string): Finding[] {
  try {
    JSON.parse(document)
    return []
  } catch (error) {
    const details = (error as Error).message
    const offset = Number(/position (\d+)/.exec(details)?.[1] ?? document.length)
    const before = document.slice(0, offset).split('\n')
    const place = { line: before.length, column: (before.at(-1) ?? '').length + 1 }
    return [{ type: 'ERROR', code: 'JSON_SYNTAX_ERROR', details, places: [place] }]
  }
}
