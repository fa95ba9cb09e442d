import { t } from '../text/text'
import { Page } from '../ui/Page'

export default function Dashboard() {
  return <Page title={t('iam.dashboard')}>{t('service.iam')}</Page>
}
