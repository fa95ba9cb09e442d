import Box from '@cloudscape-design/components/box'
import { useLocation } from 'react-router'
import { t } from '../text/text'
import { Page } from '../ui/Page'
import { RouteLink } from '../ui/RouteLink'

/** What an address that leads nowhere shows. */
export default function Missing() {
  const { pathname } = useLocation()
  return (
    <Page title={t('missing.title')}>
      <Box variant="p">{t('missing.text', { path: pathname })}</Box>
      <RouteLink to="/">{t('nav.console')}</RouteLink>
    </Page>
  )
}
