import type { PageRoute } from '../app/page'

export const homePages: PageRoute[] = [
  { path: '/', load: () => import('./Home') },
  { path: '*', load: () => import('./Missing') },
]
