import type { PageRoute } from '../app/page'

export const otherServicePages: PageRoute[] = [{ path: '/services/:service', load: () => import('./OtherService') }]
