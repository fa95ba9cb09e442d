import { paginateListUsers, type User } from '@aws-sdk/client-iam'
import { iam } from './iam'
import { pagesOf } from './load'

/** How many users are asked for at a time: reading so many does not hold up the page for longer than a person notices. */
export const pageSize = 500

/** All users of the account, page by page in order of their names. */
export function allUsers(): AsyncIterable<User[]> {
  return pagesOf(paginateListUsers({ client: iam, pageSize }, {}), (page) => page.Users)
}
