import { accountPages } from '../account/pages'
import { ec2Pages } from '../ec2/pages'
import { eventPages } from '../events/pages'
import { homePages } from '../home/pages'
import { groupPages } from '../iam/groups/detail'
import { iamPages } from '../iam/pages'
import { policyPages } from '../iam/policies/pages'
import { rolePages } from '../iam/roles/pages'
import { settingsPages } from '../iam/settings/pages'
import { tokenPages } from '../iam/tokens/pages'
import { otherServicePages } from '../services/pages'
import { supportPages } from '../support/pages'
import type { PageRoute } from './page'

/** Every page. A family's pages are listed beside them. */
export const pages: PageRoute[] = [
  ...homePages,
  ...iamPages,
  ...policyPages,
  ...groupPages,
  ...rolePages,
  ...ec2Pages,
  ...accountPages,
  ...otherServicePages,
  ...eventPages,
  ...settingsPages,
  ...tokenPages,
  ...supportPages,
]
