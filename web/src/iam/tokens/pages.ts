import type { PageRoute } from '../../app/page'

export const tokenPages: PageRoute[] = [
  { path: '/iam/hardware-tokens', load: () => import('./Tokens') },
  { path: '/iam/hardware-tokens/import', load: () => import('./ImportTokens') },
]
