/** The addresses of pages about users and groups. Names may hold any of + = , . @ - _. */
export const userPath = (name: string) => `/iam/users/${encodeURIComponent(name)}`
export const groupPath = (name: string) => `/iam/groups/${encodeURIComponent(name)}`
export const policyPath = (arn: string) => `/iam/policies/${encodeURIComponent(arn)}`

/** Below the page of a user, group or role: the page that makes an inline policy, and the one that edits it. */
export const newInlinePath = (holder: string) => `${holder}/inline/create`
export const inlinePath = (holder: string, policy: string) => `${holder}/inline/edit/${encodeURIComponent(policy)}`

/** What IAM takes as the name of a user or a group. */
export function nameIsLegal(name: string, longest: number): boolean {
  return /^[\w+=,.@-]+$/.test(name) && name.length <= longest
}
