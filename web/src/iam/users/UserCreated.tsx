import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useSession } from '../../data/session'
import { t } from '../../text/text'
import { Copy } from '../../ui/Copy'
import { Panel } from '../../ui/Panel'
import { RouteButton } from '../../ui/RouteButton'
import { Secret } from '../../ui/Secret'
import { KeySecret } from '../credentials/KeySecret'
import { userPath } from '../paths'
import type { NewUser } from './creation'

/** What has come of creating a user, with secrets that are shown this once. */
export function UserCreated({ made, onAgain }: { made: NewUser; onAgain: () => void }) {
  const session = useSession()
  return (
    <SpaceBetween size="l">
      <div role={made.fault ? 'alert' : 'status'}>
        {made.fault ? (
          <Alert type="error">{t('create.failedAt', { user: made.name, message: made.fault.message })}</Alert>
        ) : (
          <Alert type="success">{t('create.done', { name: made.name })}</Alert>
        )}
      </div>
      <Panel title={made.name}>
        <SpaceBetween size="l">
          <KeyValuePairs
            items={[
              { label: t('create.signIn'), value: <Copy text={session.signInUrl} /> },
              ...(made.password
                ? [
                    {
                      label: t('create.passwordLabel'),
                      value: <Secret text={made.password} label={t('create.passwordLabel')} />,
                    },
                  ]
                : []),
            ]}
          />
          {made.password && !made.accessKey && <Alert type="warning">{t('create.once')}</Alert>}
          {made.accessKey && <KeySecret accessKey={made.accessKey} />}
        </SpaceBetween>
      </Panel>
      <SpaceBetween size="xs" direction="horizontal">
        <RouteButton variant="primary" to={userPath(made.name)}>
          {t('create.open')}
        </RouteButton>
        <RouteButton to="/iam/users">{t('users.title')}</RouteButton>
        <Button onClick={onAgain}>{t('create.another')}</Button>
      </SpaceBetween>
    </SpaceBetween>
  )
}
