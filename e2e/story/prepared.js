import { mustCall, newUser } from '../lib/people.js'
import { account } from '../lib/server.js'
import { password } from '../lib/stage.js'
import { forceMFA } from './policy.js'
import { group } from './scene.js'

export const policyARN = `arn:aws:iam::${account.id}:policy/Force_MFA`

/** Steps 1 and 2 of the tutorial, without the mouse: the policy, and the group that both policies are attached to. */
export async function prepareGroup(administrator) {
  await mustCall(administrator, 'iam', 'CreatePolicy', { PolicyName: 'Force_MFA', PolicyDocument: forceMFA })
  await mustCall(administrator, 'iam', 'CreateGroup', { GroupName: group })
  for (const PolicyArn of [policyARN, 'arn:aws:iam::aws:policy/AmazonEC2FullAccess'])
    await mustCall(administrator, 'iam', 'AttachGroupPolicy', { GroupName: group, PolicyArn })
}

/** A user with a password and in the group. */
export async function newMember(administrator, UserName, options) {
  await newUser(administrator, UserName, password, options)
  await mustCall(administrator, 'iam', 'AddUserToGroup', { GroupName: group, UserName })
}
