import { faultOf } from './fault'
import { memberOf, membersOf, query, textOf } from './query'

export type FindingType = 'ERROR' | 'SECURITY_WARNING' | 'WARNING' | 'SUGGESTION'
export type PolicyType = 'IDENTITY_POLICY' | 'RESOURCE_POLICY' | 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY'

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

async function ask(document: string, trust: boolean): Promise<Finding[]> {
  const answer = await query('cardea', '2026-01-01', 'ValidatePolicy', {
    PolicyDocument: document || ' ',
    PolicyType: trust ? 'RESOURCE_POLICY' : 'IDENTITY_POLICY',
    ValidatePolicyResourceType: trust ? 'AWS::IAM::AssumeRolePolicyDocument' : undefined,
  })
  return membersOf(answer, 'Findings').map((finding) => ({
    type: textOf(finding, 'FindingType') as FindingType,
    code: textOf(finding, 'IssueCode') ?? '',
    details: textOf(finding, 'FindingDetails') ?? '',
    places: membersOf(finding, 'Locations').map(startOf),
  }))
}

/** Where a location starts. The operation counts columns from 0. */
function startOf(location: Element): Finding['places'][number] {
  const start = memberOf(memberOf(location, 'Span'), 'Start')
  return {
    line: Number((start && textOf(start, 'Line')) ?? 1),
    column: Number((start && textOf(start, 'Column')) ?? 0) + 1,
  }
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
