import { useEffect } from 'react'
import { useSession } from '../data/session'
import { when } from '../text/format'
import { t } from '../text/text'
import { RouteButton } from '../ui/RouteButton'
import type { Shell } from './shell'

/** Says, once for each time the console is opened, that the password expires soon, with the way to the page that changes it. */
export function usePasswordWarning(notify: Shell['notify']) {
  const expires = useSession().passwordExpires?.getTime()
  useEffect(() => {
    if (expires === undefined) return
    notify({
      type: 'warning',
      content: t('session.passwordExpires', { time: when(new Date(expires)) }),
      action: <RouteButton to="/security-credentials">{t('session.changePassword')}</RouteButton>,
    })
  }, [expires, notify])
}
