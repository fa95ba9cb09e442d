import type { PageRoute } from '../../app/page'

/** The pages of one group. */
export const groupPages: PageRoute[] = [
  { path: '/iam/groups/:name', load: () => import('./GroupDetail') },
  { path: '/iam/groups/:name/attach', load: () => import('./AttachPolicy') },
]
