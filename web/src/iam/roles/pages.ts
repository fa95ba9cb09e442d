import type { PageRoute } from '../../app/page'

export const rolePages: PageRoute[] = [
  { path: '/iam/roles', load: () => import('./Roles') },
  { path: '/iam/roles/create', load: () => import('./CreateRole') },
  { path: '/iam/roles/:name', load: () => import('./RoleDetail') },
  { path: '/iam/roles/:name/attach', load: () => import('./AttachToRole') },
]
