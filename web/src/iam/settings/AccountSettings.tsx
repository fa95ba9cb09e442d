import { t } from '../../text/text'
import { Page } from '../../ui/Page'
import { AliasPanel } from './AliasPanel'
import { PasswordPolicyPanel } from './PasswordPolicyPanel'

/** What holds for the whole account. */
export default function AccountSettings() {
  return (
    <Page title={t('settings.title')} crumbs={[{ text: t('service.iam'), to: '/iam' }]}>
      <PasswordPolicyPanel />
      <AliasPanel />
    </Page>
  )
}
