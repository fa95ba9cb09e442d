import { UpdateAssumeRolePolicyCommand } from '@aws-sdk/client-iam'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useShell } from '../../app/shell'
import { iam } from '../../data/iam'
import { useAct } from '../../data/load'
import { t } from '../../text/text'
import { ActFault } from '../../ui/ActFault'
import { Panel } from '../../ui/Panel'
import { Document } from '../policies/Document'
import { Findings } from '../policies/Findings'
import { useFindings } from '../policies/useFindings'
import { JsonEditor } from '../policies/JsonEditor'

interface Props {
  role: string
  document: string
  onSaved: () => void
}

/** Who may take on a role: the trust policy, to read and to change. */
export function TrustPanel({ role, document, onSaved }: Props) {
  const [editing, setEditing] = useState(false)
  return (
    <Panel
      title={t('role.trust')}
      actions={!editing && <Button onClick={() => setEditing(true)}>{t('role.trust.edit')}</Button>}
    >
      {editing ? (
        <TrustEditor
          role={role}
          before={document}
          onClose={() => setEditing(false)}
          onSaved={() => {
            setEditing(false)
            onSaved()
          }}
        />
      ) : (
        <Document text={document} />
      )}
    </Panel>
  )
}

function TrustEditor({
  role,
  before,
  onClose,
  onSaved,
}: {
  role: string
  before: string
  onClose: () => void
  onSaved: () => void
}) {
  const [text, setText] = useState(before)
  const findings = useFindings(text, true)
  const { notify } = useShell()
  const save = useAct(() => iam.send(new UpdateAssumeRolePolicyCommand({ RoleName: role, PolicyDocument: text })))
  const submit = async () => {
    if (!(await save.run())) return
    notify({ type: 'success', content: t('role.trust.saved', { name: role }) })
    onSaved()
  }
  return (
    <SpaceBetween size="m">
      <JsonEditor value={text} onChange={setText} findings={findings.value} />
      <Findings findings={findings} />
      <ActFault fault={save.fault} />
      <SpaceBetween size="xs" direction="horizontal">
        <Button variant="link" onClick={onClose}>
          {t('shared.cancel')}
        </Button>
        <Button variant="primary" onClick={submit} loading={save.busy}>
          {t('shared.save')}
        </Button>
      </SpaceBetween>
    </SpaceBetween>
  )
}
