import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useAct } from '../data/load'
import { t } from '../text/text'
import { Confirm } from '../ui/Confirm'
import type { DialogProps } from './Actions'
import { complete, type Direction, hasPorts, isPort, protocols, type RuleForm, withProtocol } from './rule'

interface Props extends DialogProps {
  title: string
  direction: Direction
  start: RuleForm
  send: (form: RuleForm) => Promise<unknown>
}

/** A dialog in which a rule is typed, new or as it is. */
export function RuleDialog({ title, direction, start, send, onClose, onDone }: Props) {
  const [form, setForm] = useState(start)
  const act = useAct(() => send(form))
  const set = (part: Partial<RuleForm>) => setForm({ ...form, ...part })
  // A rule may have been made for the number of a protocol that is not in the list.
  const options = [...new Set([...protocols, start.protocol])].map(protocolOption)
  return (
    <Confirm title={title} button={title} act={act} incomplete={!complete(form)} onClose={onClose} onDone={onDone}>
      <FormField label={t('rules.protocol')} stretch>
        <Select
          options={options}
          selectedOption={protocolOption(form.protocol)}
          onChange={({ detail }) => setForm(withProtocol(form, detail.selectedOption.value ?? ''))}
        />
      </FormField>
      {hasPorts(form.protocol) && (
        <SpaceBetween size="m">
          <PortField label={t('rules.from')} port={form.from} onChange={(from) => set({ from })} />
          <PortField label={t('rules.to')} port={form.to} onChange={(to) => set({ to })} />
        </SpaceBetween>
      )}
      <FormField label={t(`rules.${direction}.peer`)} description={t('rules.peer.hint')} stretch>
        <Input value={form.peer} onChange={({ detail }) => set({ peer: detail.value })} />
      </FormField>
      <FormField label={t('ec2.description')} stretch>
        <Input value={form.description} onChange={({ detail }) => set({ description: detail.value })} />
      </FormField>
    </Confirm>
  )
}

const protocolOption = (value: string) => ({
  value,
  label: value === '-1' ? t('rules.allTraffic') : value.toUpperCase(),
})

function PortField({ label, port, onChange }: { label: string; port: string; onChange: (port: string) => void }) {
  return (
    <FormField label={label} errorText={port === '' || isPort(port) ? undefined : t('rules.port.wrong')}>
      <Input value={port} inputMode="numeric" onChange={({ detail }) => onChange(detail.value)} />
    </FormField>
  )
}
