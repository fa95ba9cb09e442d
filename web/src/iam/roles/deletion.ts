import {
  DeleteRoleCommand,
  DeleteRolePolicyCommand,
  DetachRolePolicyCommand,
  paginateListAttachedRolePolicies,
  paginateListInstanceProfilesForRole,
  paginateListRolePolicies,
  RemoveRoleFromInstanceProfileCommand,
} from '@aws-sdk/client-iam'
import { iam } from '../../data/iam'
import { all } from '../../data/load'

/** Takes from a role what keeps it from being deleted, then deletes it. */
export async function deleteRole(RoleName: string) {
  const client = { client: iam }
  for (const { PolicyArn } of await all(
    paginateListAttachedRolePolicies(client, { RoleName }),
    (page) => page.AttachedPolicies,
  )) {
    await iam.send(new DetachRolePolicyCommand({ RoleName, PolicyArn }))
  }
  for (const PolicyName of await all(paginateListRolePolicies(client, { RoleName }), (page) => page.PolicyNames)) {
    await iam.send(new DeleteRolePolicyCommand({ RoleName, PolicyName }))
  }
  for (const { InstanceProfileName } of await all(
    paginateListInstanceProfilesForRole(client, { RoleName }),
    (page) => page.InstanceProfiles,
  )) {
    await iam.send(new RemoveRoleFromInstanceProfileCommand({ RoleName, InstanceProfileName }))
  }
  await iam.send(new DeleteRoleCommand({ RoleName }))
}
