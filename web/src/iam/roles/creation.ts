import { CreateRoleCommand } from '@aws-sdk/client-iam'
import { iam } from '../../data/iam'
import { namedTags, type Tag } from '../../ui/TagsEditor'
import type { BoundaryWish } from '../policies/NewBoundary'
import { accountTrust, serviceTrust } from './trust'

/** What is wanted of a new role. */
export interface RoleWish {
  name: string
  description: string
  trusted: 'account' | 'service'
  account: string
  /** Only after they have signed in with MFA. It is for accounts. */
  mfa: boolean
  service: string
  boundary?: BoundaryWish
  tags: Tag[]
}

export function createRole(wish: RoleWish) {
  return iam.send(
    new CreateRoleCommand({
      RoleName: wish.name,
      Description: wish.description || undefined,
      AssumeRolePolicyDocument:
        wish.trusted === 'account' ? accountTrust(wish.account, wish.mfa) : serviceTrust(wish.service),
      PermissionsBoundary: wish.boundary?.policy?.Arn,
      Tags: namedTags(wish.tags),
    }),
  )
}
