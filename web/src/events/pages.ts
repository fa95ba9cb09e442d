import type { PageRoute } from '../app/page'

export const eventPages: PageRoute[] = [{ path: '/events', load: () => import('./EventHistory') }]
