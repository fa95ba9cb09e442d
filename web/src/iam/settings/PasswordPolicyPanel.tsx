import {
  DeleteAccountPasswordPolicyCommand,
  GetAccountPasswordPolicyCommand,
  type PasswordPolicy,
} from '@aws-sdk/client-iam'
import Button from '@cloudscape-design/components/button'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { iam } from '../../data/iam'
import { useAct, useLoad } from '../../data/load'
import { t } from '../../text/text'
import { Confirm } from '../../ui/Confirm'
import { Panel } from '../../ui/Panel'
import { demands, PasswordPolicyDialog } from './PasswordPolicyDialog'

/** What passwords of the account have to be like. */
export function PasswordPolicyPanel() {
  const policy = useLoad(load, [])
  const [dialog, setDialog] = useState<'change' | 'delete'>()
  const remove = useAct(() => iam.send(new DeleteAccountPasswordPolicyCommand({})))
  const close = () => setDialog(undefined)
  const changed = () => {
    close()
    policy.reload()
  }
  return (
    <Panel
      title={t('settings.password')}
      loading={policy.loading}
      fault={policy.fault}
      reload={policy.reload}
      actions={
        <SpaceBetween size="xs" direction="horizontal">
          <Button onClick={() => setDialog('change')}>{t('settings.password.change')}</Button>
          <Button disabled={!policy.value} onClick={() => setDialog('delete')}>
            {t('settings.password.delete')}
          </Button>
        </SpaceBetween>
      }
    >
      {policy.value ? <Rules policy={policy.value} /> : t('settings.password.none')}
      {dialog === 'change' && (
        <PasswordPolicyDialog before={policy.value ?? undefined} onClose={close} onDone={changed} />
      )}
      {dialog === 'delete' && (
        <Confirm
          title={t('settings.password.delete.title')}
          button={t('settings.password.delete')}
          act={remove}
          onClose={close}
          onDone={changed}
        >
          {t('settings.password.delete.text')}
        </Confirm>
      )}
    </Panel>
  )
}

/** The policy; null if none is set, which IAM answers with an error. */
async function load(): Promise<PasswordPolicy | null> {
  try {
    return (await iam.send(new GetAccountPasswordPolicyCommand({}))).PasswordPolicy ?? null
  } catch (error) {
    if ((error as Error).name === 'NoSuchEntityException') return null
    throw error
  }
}

function Rules({ policy }: { policy: PasswordPolicy }) {
  return (
    <KeyValuePairs
      columns={3}
      items={[
        { label: t('settings.password.length'), value: policy.MinimumPasswordLength },
        ...demands.map((name) => ({
          label: t(`settings.password.${name}`),
          value: policy[name] ? t('shared.yes') : t('shared.no'),
        })),
        { label: t('settings.password.age'), value: policy.MaxPasswordAge || t('shared.never') },
        { label: t('settings.password.reuse'), value: policy.PasswordReusePrevention || t('shared.none') },
      ]}
    />
  )
}
