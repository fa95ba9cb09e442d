import type { PageRoute } from '../../app/page'

export const settingsPages: PageRoute[] = [
  { path: '/iam/account-settings', load: () => import('./AccountSettings') },
  { path: '/iam/credential-report', load: () => import('./CredentialReport') },
  { path: '/iam/simulator', load: () => import('./Simulator') },
]
