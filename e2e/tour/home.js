import { press } from '../lib/words.js'

/** The pages of no service, and what the frame around every page can show. */
export const home = [
  { name: 'home', path: '/console/' },
  { name: 'services-menu', path: '/console/', open: (page) => press(page, 'Services') },
  { name: 'settings-menu', path: '/console/', open: (page) => press(page, 'Settings') },
  { name: 'account-menu', path: '/console/', open: (page) => page.getByRole('button', { name: / @ / }).click() },
  { name: 'support', path: '/console/support' },
  { name: 'my-credentials', path: '/console/security-credentials' },
  { name: 'events', path: '/console/events' },
  {
    name: 'event-record',
    path: '/console/events',
    open: (page) => page.getByRole('radio').first().check(),
  },
  { name: 's3', path: '/console/services/s3' },
  { name: 'unknown-service', path: '/console/services/nothing' },
  { name: 'missing', path: '/console/nowhere' },
]
