import type { PageRoute } from '../app/page'

export const iamPages: PageRoute[] = [{ path: '/iam', load: () => import('./Dashboard') }]
