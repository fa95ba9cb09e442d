import type { PageRoute } from '../app/page'

export const iamPages: PageRoute[] = [
  { path: '/iam', load: () => import('./Dashboard') },
  { path: '/iam/users', load: () => import('./users/Users') },
  { path: '/iam/users/create', load: () => import('./users/CreateUser') },
  { path: '/iam/users/:name', load: () => import('./users/UserDetail') },
  { path: '/iam/virtual-mfa-devices', load: () => import('./mfa/VirtualDevices') },
  { path: '/iam/groups', load: () => import('./groups/Groups') },
  { path: '/iam/groups/create', load: () => import('./groups/CreateGroup') },
]
