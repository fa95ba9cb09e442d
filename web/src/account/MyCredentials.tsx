import Alert from '@cloudscape-design/components/alert'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useSession } from '../data/session'
import { Credentials } from '../iam/credentials/Credentials'
import { MfaPanel } from '../iam/mfa/MfaPanel'
import { t } from '../text/text'
import { Copy } from '../ui/Copy'
import { Page } from '../ui/Page'
import { Panel } from '../ui/Panel'

/** The credentials of the person who is signed in. */
export default function MyCredentials() {
  const { account, arn, kind, name } = useSession()
  return (
    <Page title={t('me.title')} description={kind === 'user' ? t('me.user', { name }) : undefined}>
      <Panel title={t('me.account')}>
        <KeyValuePairs
          columns={3}
          items={[
            { label: t('home.signedInAs'), value: <Copy text={arn} /> },
            { label: t('support.account'), value: <Copy text={account.id} /> },
            { label: t('support.alias'), value: account.alias ?? t('support.none') },
          ]}
        />
      </Panel>
      {kind === 'user' && <Credentials user={name} />}
      {kind === 'role' && <Alert>{t('me.role')}</Alert>}
      {kind === 'federated' && <Alert>{t('me.federated')}</Alert>}
      {kind === 'root' && (
        <SpaceBetween size="l">
          <Alert type="warning">{t('me.rootText')}</Alert>
          <MfaPanel />
        </SpaceBetween>
      )}
    </Page>
  )
}
