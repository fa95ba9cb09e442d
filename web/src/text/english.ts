import { advisor } from './en/advisor'
import { credentials } from './en/credentials'
import { dashboard } from './en/dashboard'
import { group } from './en/group'
import { ec2 } from './en/ec2'
import { editor } from './en/editor'
import { groups } from './en/groups'
import { instances } from './en/instances'
import { keyPairs } from './en/keyPairs'
import { me } from './en/me'
import { mfa } from './en/mfa'
import { policies } from './en/policies'
import { roles } from './en/roles'
import { securityGroups } from './en/securityGroups'
import { settings } from './en/settings'
import { shared } from './en/shared'
import { shell } from './en/shell'
import { tokens } from './en/tokens'
import { users } from './en/users'
import { volumes } from './en/volumes'

/**
 * Every word of the console, in English: the catalogue that other languages translate. A key begins with the page that it is on; a
 * value may hold {placeholders}, which t demands by name. Words of the API (actions, policies, error messages) are not in it.
 */
export const english = {
  ...advisor,
  ...credentials,
  ...dashboard,
  ...group,
  ...ec2,
  ...editor,
  ...groups,
  ...instances,
  ...keyPairs,
  ...me,
  ...mfa,
  ...policies,
  ...roles,
  ...securityGroups,
  ...settings,
  ...shared,
  ...shell,
  ...tokens,
  ...users,
  ...volumes,
} as const

export type Key = keyof typeof english
