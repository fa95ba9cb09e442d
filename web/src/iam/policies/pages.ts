import type { PageRoute } from '../../app/page'

/** The pages of inline policies, below those of who has them. */
const inlinePages: PageRoute[] = (['user', 'group', 'role'] as const).flatMap((kind) => [
  {
    path: `/iam/${kind}s/:name/inline/create`,
    load: async () => ({ default: (await import('./CreateInline')).createInline(kind) }),
  },
  {
    path: `/iam/${kind}s/:name/inline/edit/:policy`,
    load: async () => ({ default: (await import('./EditInline')).editInline(kind) }),
  },
])

export const policyPages: PageRoute[] = [
  { path: '/iam/policies', load: () => import('./Policies') },
  { path: '/iam/policies/create', load: () => import('./CreatePolicy') },
  { path: '/iam/policies/:arn', load: () => import('./PolicyDetail') },
  { path: '/iam/policies/:arn/edit', load: () => import('./EditPolicy') },
  ...inlinePages,
]
