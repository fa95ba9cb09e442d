import { DeleteLoginProfileCommand, GetLoginProfileCommand, type LoginProfile } from '@aws-sdk/client-iam'
import Button from '@cloudscape-design/components/button'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useShell } from '../../app/shell'
import { faultOf } from '../../data/fault'
import { iam } from '../../data/iam'
import { useAct, useLoad } from '../../data/load'
import { useSession } from '../../data/session'
import { when } from '../../text/format'
import { t } from '../../text/text'
import { Confirm } from '../../ui/Confirm'
import { Copy } from '../../ui/Copy'
import { FaultNote } from '../../ui/FaultNote'
import { Panel } from '../../ui/Panel'
import { ChangePassword } from './ChangePassword'
import { SetPassword } from './SetPassword'

type Dialog = 'set' | 'change' | 'disable'

/** Whether a user can sign in to the console, and the dialogs that change it. */
export function Password({ user }: { user: string }) {
  const session = useSession()
  const profile = useLoad(() => findProfile(user), [user])
  const [dialog, setDialog] = useState<Dialog>()
  const enabled = Boolean(profile.value)
  const own = session.kind === 'user' && session.name === user
  // Who signed in has a password, and may change it where the password policy says so, whether they may look at it or not.
  const unseen = own && profile.fault?.denied ? profile.fault : undefined
  const done = () => {
    setDialog(undefined)
    profile.reload()
  }
  return (
    <Panel
      title={t('password.panel')}
      loading={profile.loading}
      fault={unseen ? undefined : profile.fault}
      reload={profile.reload}
      actions={
        <SpaceBetween size="xs" direction="horizontal">
          {own && (enabled || unseen) && <Button onClick={() => setDialog('change')}>{t('password.change')}</Button>}
          {enabled && <Button onClick={() => setDialog('disable')}>{t('password.disable')}</Button>}
          {!unseen && (
            <Button onClick={() => setDialog('set')}>{t(enabled ? 'password.manage' : 'password.enable')}</Button>
          )}
        </SpaceBetween>
      }
    >
      {unseen ? (
        <FaultNote fault={unseen} reload={profile.reload} />
      ) : (
        <State profile={profile.value} link={session.signInUrl} />
      )}
      {dialog === 'set' && <SetPassword user={user} exists={enabled} onClose={done} />}
      {dialog === 'change' && <ChangePassword onClose={() => setDialog(undefined)} onDone={done} />}
      {dialog === 'disable' && <Disable user={user} onClose={() => setDialog(undefined)} onDone={done} />}
    </Panel>
  )
}

function State({ profile, link }: { profile?: LoginProfile; link: string }) {
  if (!profile) return <>{t('password.disabled')}</>
  return (
    <KeyValuePairs
      columns={2}
      items={[
        {
          label: t('password.panel'),
          value: `${t('password.enabled')}. ${t('password.since', { date: when(profile.CreateDate) })}. ${profile.PasswordResetRequired ? t('password.mustReset') : ''}`,
        },
        { label: t('password.link'), value: <Copy text={link} /> },
      ]}
    />
  )
}

function Disable({ user, onClose, onDone }: { user: string; onClose: () => void; onDone: () => void }) {
  const { notify } = useShell()
  const act = useAct(() => iam.send(new DeleteLoginProfileCommand({ UserName: user })))
  return (
    <Confirm
      title={t('password.disable')}
      button={t('password.disable')}
      act={act}
      onClose={onClose}
      onDone={() => {
        notify({ type: 'success', content: t('password.disabledDone') })
        onDone()
      }}
    >
      {t('password.disable.text')}
    </Confirm>
  )
}

async function findProfile(UserName: string): Promise<LoginProfile | undefined> {
  try {
    return (await iam.send(new GetLoginProfileCommand({ UserName }))).LoginProfile
  } catch (error) {
    if (faultOf(error).code === 'NoSuchEntity') return undefined
    throw error
  }
}
