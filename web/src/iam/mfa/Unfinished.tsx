import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useAct } from '../../data/load'
import { useSession } from '../../data/session'
import { t } from '../../text/text'
import { deleteUnfinished } from './seed'

/** What the wizard says when an earlier one left a device of the same name behind: delete it, or, where a policy denies that, who can. */
export function Unfinished({ name, onGone }: { name: string; onGone: () => void }) {
  const { account } = useSession()
  const serial = `arn:aws:iam::${account.id}:mfa/${name}`
  const remove = useAct(() => deleteUnfinished(serial))
  return (
    <SpaceBetween size="s">
      <Alert
        type="warning"
        action={
          <Button loading={remove.busy} onClick={async () => (await remove.run()) && onGone()}>
            {t('mfa.unfinishedDelete')}
          </Button>
        }
      >
        {t('mfa.unfinished', { name })}
      </Alert>
      {remove.fault && (
        <Alert type="error" action={<Button onClick={onGone}>{t('shared.retry')}</Button>}>
          {remove.fault.denied ? t('mfa.unfinishedHelp', { serial }) : remove.fault.message}
        </Alert>
      )}
    </SpaceBetween>
  )
}
