/** The principals that a trust policy names; none when the document cannot be read. */
export function trustedBy(document: string): string[] {
  try {
    const statements = [JSON.parse(document).Statement].flat()
    return [
      ...new Set(
        statements.flatMap(
          ({ Principal }) =>
            (typeof Principal === 'string' ? [Principal] : Object.values(Principal ?? {}).flat()) as string[],
        ),
      ),
    ]
  } catch {
    return []
  }
}

/** A trust policy for the users of an account, if wanted only after they have signed in with MFA. */
export function accountTrust(account: string, mfa: boolean): string {
  const statement = {
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${account}:root` },
    Action: 'sts:AssumeRole',
    Condition: mfa ? { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } : undefined,
  }
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] }, null, 4)
}

/** A trust policy for a service of AWS, such as ec2.amazonaws.com. */
export function serviceTrust(service: string): string {
  const statement = { Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] }, null, 4)
}

/** Whether people can switch to a role: its trust policy names accounts, or somebody of one. */
export function isForPeople(document: string): boolean {
  return trustedBy(document).some((principal) => /^(\*|\d{12}|arn:[^:]*:iam::\d{12}:(root|user\/.+))$/.test(principal))
}
