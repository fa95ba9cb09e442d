import type { PageRoute } from '../app/page'

export const accountPages: PageRoute[] = [{ path: '/security-credentials', load: () => import('./MyCredentials') }]
