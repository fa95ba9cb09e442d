import type { PageRoute } from '../../app/page'

export const policyPages: PageRoute[] = [
  { path: '/iam/policies', load: () => import('./Policies') },
  { path: '/iam/policies/create', load: () => import('./CreatePolicy') },
  { path: '/iam/policies/:arn', load: () => import('./PolicyDetail') },
  { path: '/iam/policies/:arn/edit', load: () => import('./EditPolicy') },
]
