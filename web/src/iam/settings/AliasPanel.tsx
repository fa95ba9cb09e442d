import { CreateAccountAliasCommand, DeleteAccountAliasCommand, ListAccountAliasesCommand } from '@aws-sdk/client-iam'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { iam } from '../../data/iam'
import { useAct, useLoad } from '../../data/load'
import { sessionChanged } from '../../data/session'
import { t } from '../../text/text'
import { Confirm } from '../../ui/Confirm'
import { Copy } from '../../ui/Copy'
import { Panel } from '../../ui/Panel'

/** The alias of the account. */
export function AliasPanel() {
  const alias = useLoad(async () => (await iam.send(new ListAccountAliasesCommand({}))).AccountAliases?.[0] ?? '', [])
  const [dialog, setDialog] = useState<'set' | 'delete'>()
  const close = () => setDialog(undefined)
  const changed = () => {
    close()
    alias.reload()
    window.dispatchEvent(new Event(sessionChanged)) // the sign-in address and the top bar name the alias
  }
  return (
    <Panel
      title={t('settings.alias')}
      loading={alias.loading}
      fault={alias.fault}
      reload={alias.reload}
      actions={
        <SpaceBetween size="xs" direction="horizontal">
          <Button onClick={() => setDialog('set')}>{t('settings.alias.set')}</Button>
          <Button disabled={!alias.value} onClick={() => setDialog('delete')}>
            {t('settings.alias.delete')}
          </Button>
        </SpaceBetween>
      }
    >
      {alias.value ? <Copy text={alias.value} /> : t('settings.alias.none')}
      {dialog === 'set' && <SetAlias onClose={close} onDone={changed} />}
      {dialog === 'delete' && alias.value && <DeleteAlias alias={alias.value} onClose={close} onDone={changed} />}
    </Panel>
  )
}

interface DialogProps {
  onClose: () => void
  onDone: () => void
}

function SetAlias({ onClose, onDone }: DialogProps) {
  const [alias, setAlias] = useState('')
  const act = useAct(() => iam.send(new CreateAccountAliasCommand({ AccountAlias: alias })))
  return (
    <Confirm
      title={t('settings.alias.set')}
      button={t('settings.alias.set')}
      act={act}
      incomplete={alias.length < 3}
      onClose={onClose}
      onDone={onDone}
    >
      <FormField label={t('settings.alias')} constraintText={t('settings.alias.hint')} stretch>
        <Input value={alias} onChange={({ detail }) => setAlias(detail.value)} />
      </FormField>
    </Confirm>
  )
}

function DeleteAlias({ alias, onClose, onDone }: DialogProps & { alias: string }) {
  const act = useAct(() => iam.send(new DeleteAccountAliasCommand({ AccountAlias: alias })))
  return (
    <Confirm
      title={t('settings.alias.delete.title', { alias })}
      button={t('settings.alias.delete')}
      act={act}
      onClose={onClose}
      onDone={onDone}
    >
      {t('settings.alias.delete.text')}
    </Confirm>
  )
}
