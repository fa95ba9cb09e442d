import cloudscape from '@cloudscape-design/components/i18n/messages/all.de'
import { advisor } from './de/advisor'
import { credentials } from './de/credentials'
import { dashboard } from './de/dashboard'
import { ec2 } from './de/ec2'
import { editor } from './de/editor'
import { group } from './de/group'
import { groups } from './de/groups'
import { instances } from './de/instances'
import { keyPairs } from './de/keyPairs'
import { me } from './de/me'
import { mfa } from './de/mfa'
import { policies } from './de/policies'
import { roles } from './de/roles'
import { securityGroups } from './de/securityGroups'
import { settings } from './de/settings'
import { shared } from './de/shared'
import { shell } from './de/shell'
import { tokens } from './de/tokens'
import { users } from './de/users'
import { volumes } from './de/volumes'
import type { Catalogue } from './text'

/** The catalogue in German. Words of the API stay English in it. */
export const catalogue: Catalogue = {
  ...advisor,
  ...credentials,
  ...dashboard,
  ...ec2,
  ...editor,
  ...group,
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
}

export const messages = cloudscape
