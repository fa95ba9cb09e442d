import { t } from '../../text/text'
import { RouteLink } from '../../ui/RouteLink'
import { userPath } from '../paths'

interface Props {
  /** Undefined: the root user, who has no name; or nobody. */
  user?: string
  assigned: boolean
}

/** Whose an MFA device is, in words. */
export const ownerName = ({ user, assigned }: Props) => user ?? t(assigned ? 'tokens.root' : 'tokens.unassigned')

/** Whose an MFA device is, with a link to the credentials of a user. */
export function Owner({ user, assigned }: Props) {
  if (!user) return ownerName({ user, assigned })
  return <RouteLink to={`${userPath(user)}?tab=credentials`}>{user}</RouteLink>
}
