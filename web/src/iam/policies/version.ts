import { GetPolicyVersionCommand } from '@aws-sdk/client-iam'
import { iam } from '../../data/iam'

/** The document of a version. The API sends it in percent-encoding. */
export async function readVersion(PolicyArn: string, VersionId: string): Promise<string> {
  const { PolicyVersion } = await iam.send(new GetPolicyVersionCommand({ PolicyArn, VersionId }))
  return decodeURIComponent(PolicyVersion?.Document ?? '')
}
