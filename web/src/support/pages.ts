import type { PageRoute } from '../app/page'

export const supportPages: PageRoute[] = [{ path: '/support', load: () => import('./SupportCenter') }]
