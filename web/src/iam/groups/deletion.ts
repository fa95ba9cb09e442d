import {
  DeleteGroupCommand,
  DeleteGroupPolicyCommand,
  DetachGroupPolicyCommand,
  paginateGetGroup,
  paginateListAttachedGroupPolicies,
  paginateListGroupPolicies,
  RemoveUserFromGroupCommand,
} from '@aws-sdk/client-iam'
import { iam } from '../../data/iam'
import { all } from '../../data/load'

/** Deletes a group as IAM's own console does: its users leave it and its policies end first. What fails stops it; it can be begun again. */
export async function deleteGroup(GroupName: string): Promise<void> {
  const client = { client: iam }
  for (const { UserName } of await all(paginateGetGroup(client, { GroupName }), (page) => page.Users)) {
    await iam.send(new RemoveUserFromGroupCommand({ GroupName, UserName }))
  }
  for (const { PolicyArn } of await all(
    paginateListAttachedGroupPolicies(client, { GroupName }),
    (page) => page.AttachedPolicies,
  )) {
    await iam.send(new DetachGroupPolicyCommand({ GroupName, PolicyArn }))
  }
  for (const PolicyName of await all(paginateListGroupPolicies(client, { GroupName }), (page) => page.PolicyNames)) {
    await iam.send(new DeleteGroupPolicyCommand({ GroupName, PolicyName }))
  }
  await iam.send(new DeleteGroupCommand({ GroupName }))
}
