import {
  DeleteGroupPolicyCommand,
  DeleteRolePolicyCommand,
  DeleteUserPolicyCommand,
  GetGroupPolicyCommand,
  GetRolePolicyCommand,
  GetUserPolicyCommand,
  paginateListGroupPolicies,
  paginateListRolePolicies,
  paginateListUserPolicies,
  PutGroupPolicyCommand,
  PutRolePolicyCommand,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam'
import { iam } from './iam'
import { all } from './load'

/** The inline policies of one kind of holder, by the holder's name. Put takes the place of a policy of the same name. */
export interface InlinePolicies {
  list: (holder: string) => Promise<string[]>
  read: (holder: string, policy: string) => Promise<string>
  put: (holder: string, policy: string, document: string) => Promise<unknown>
  remove: (holder: string, policy: string) => Promise<unknown>
}

/** The inline policies of users, groups and roles. */
export const inline: Record<'user' | 'group' | 'role', InlinePolicies> = {
  user: {
    list: (UserName) => all(paginateListUserPolicies({ client: iam }, { UserName }), (page) => page.PolicyNames),
    read: async (UserName, PolicyName) => text(await iam.send(new GetUserPolicyCommand({ UserName, PolicyName }))),
    put: (UserName, PolicyName, PolicyDocument) =>
      iam.send(new PutUserPolicyCommand({ UserName, PolicyName, PolicyDocument })),
    remove: (UserName, PolicyName) => iam.send(new DeleteUserPolicyCommand({ UserName, PolicyName })),
  },
  group: {
    list: (GroupName) => all(paginateListGroupPolicies({ client: iam }, { GroupName }), (page) => page.PolicyNames),
    read: async (GroupName, PolicyName) => text(await iam.send(new GetGroupPolicyCommand({ GroupName, PolicyName }))),
    put: (GroupName, PolicyName, PolicyDocument) =>
      iam.send(new PutGroupPolicyCommand({ GroupName, PolicyName, PolicyDocument })),
    remove: (GroupName, PolicyName) => iam.send(new DeleteGroupPolicyCommand({ GroupName, PolicyName })),
  },
  role: {
    list: (RoleName) => all(paginateListRolePolicies({ client: iam }, { RoleName }), (page) => page.PolicyNames),
    read: async (RoleName, PolicyName) => text(await iam.send(new GetRolePolicyCommand({ RoleName, PolicyName }))),
    put: (RoleName, PolicyName, PolicyDocument) =>
      iam.send(new PutRolePolicyCommand({ RoleName, PolicyName, PolicyDocument })),
    remove: (RoleName, PolicyName) => iam.send(new DeleteRolePolicyCommand({ RoleName, PolicyName })),
  },
}

/** The API sends documents in percent-encoding. */
const text = ({ PolicyDocument = '' }: { PolicyDocument?: string }) => decodeURIComponent(PolicyDocument)
