import {
  type AttachedPolicy,
  GetGroupPolicyCommand,
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  GetUserCommand,
  GetUserPolicyCommand,
  paginateListAttachedGroupPolicies,
  paginateListAttachedRolePolicies,
  paginateListAttachedUserPolicies,
  paginateListGroupsForUser,
  type Statement,
} from '@aws-sdk/client-iam'
import { excerpt } from './excerpt'
import { iam } from './iam'
import { all } from './load'

/** A statement as it stands in its policy. */
export interface Written {
  text: string
  /** The ARN of the policy if it is a managed one, which has a page of its own. */
  arn?: string
}

/**
 * Reads a statement that the simulator named, from the policy that it stands in. The simulator tells the name of a managed policy, or kind, holder and name of an
 * inline one. Undefined for those who may not read the policy.
 */
export async function readStatement(principal: string, statement: Statement): Promise<Written | undefined> {
  const [, kind = '', name = ''] = /:(user|role|group)\/(?:.*\/)?([^/]+)$/.exec(principal) ?? []
  const id = statement.SourcePolicyId ?? ''
  const cut = (document = '') => excerpt(decodeURIComponent(document), statement.StartPosition, statement.EndPosition)
  for (const find of [findManaged, findInline]) {
    const found = await find({ kind, name }, id).catch(() => undefined)
    const text = found && cut(found.document)
    if (text) return { text, arn: found.arn }
  }
  return undefined
}

interface Holder {
  kind: string
  name: string
}

type Found = Promise<{ document?: string; arn?: string } | undefined>

async function findManaged(holder: Holder, id: string): Found {
  for (const list of await attachedTo(holder)) {
    const arn = (await list().catch(() => [])).find((each) => each?.split('/').at(-1) === id)
    if (arn) return { arn, document: await defaultDocument(arn) }
  }
  return undefined
}

/** The ARNs of a holder's managed policies, one list after the other: a reader may be denied some of them. */
async function attachedTo({ kind, name }: Holder): Promise<(() => Promise<(string | undefined)[]>)[]> {
  if (kind === 'group') return [() => attachedToGroup(name)]
  if (kind === 'role') return [() => attachedToRole(name), () => boundaryOfRole(name)]
  const groups = await groupsOf(name)
  return [
    () => attachedToUser(name),
    () => boundaryOfUser(name),
    ...groups.map((group) => () => attachedToGroup(group)),
  ]
}

const arns = (page: { AttachedPolicies?: AttachedPolicy[] }) => page.AttachedPolicies?.map((each) => each.PolicyArn)

const attachedToUser = (UserName: string) => all(paginateListAttachedUserPolicies({ client: iam }, { UserName }), arns)

const attachedToGroup = (GroupName: string) =>
  all(paginateListAttachedGroupPolicies({ client: iam }, { GroupName }), arns)

const attachedToRole = (RoleName: string) => all(paginateListAttachedRolePolicies({ client: iam }, { RoleName }), arns)

async function boundaryOfUser(UserName: string) {
  const { User } = await iam.send(new GetUserCommand({ UserName }))
  return [User?.PermissionsBoundary?.PermissionsBoundaryArn]
}

async function boundaryOfRole(RoleName: string) {
  const { Role } = await iam.send(new GetRoleCommand({ RoleName }))
  return [Role?.PermissionsBoundary?.PermissionsBoundaryArn]
}

async function defaultDocument(PolicyArn: string): Promise<string | undefined> {
  const { Policy } = await iam.send(new GetPolicyCommand({ PolicyArn }))
  const version = await iam.send(new GetPolicyVersionCommand({ PolicyArn, VersionId: Policy?.DefaultVersionId }))
  return version.PolicyVersion?.Document
}

async function findInline({ kind, name }: Holder, id: string): Found {
  const own = inside(id, kind, name)
  if (own && kind === 'user') {
    return {
      document: (await iam.send(new GetUserPolicyCommand({ UserName: name, PolicyName: own }))).PolicyDocument,
    }
  }
  if (own && kind === 'role') {
    return {
      document: (await iam.send(new GetRolePolicyCommand({ RoleName: name, PolicyName: own }))).PolicyDocument,
    }
  }
  for (const GroupName of kind === 'group' ? [name] : await groupsOf(name)) {
    const PolicyName = inside(id, 'group', GroupName)
    if (PolicyName)
      return { document: (await iam.send(new GetGroupPolicyCommand({ GroupName, PolicyName }))).PolicyDocument }
  }
  return undefined
}

/** The name of an inline policy, if the simulator's name for it says that it is this holder's. */
function inside(id: string, kind: string, name: string): string | undefined {
  const prefix = `${kind}_${name}_`
  return id.startsWith(prefix) ? id.slice(prefix.length) : undefined
}

async function groupsOf(UserName: string): Promise<string[]> {
  const groups = await all(paginateListGroupsForUser({ client: iam }, { UserName }), (page) => page.Groups).catch(
    () => [],
  )
  return groups.map((group) => group.GroupName ?? '')
}
