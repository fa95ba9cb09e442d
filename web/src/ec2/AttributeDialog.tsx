import type { Instance, ModifyInstanceAttributeCommandInput } from '@aws-sdk/client-ec2'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { type ReactNode, useState } from 'react'
import { useAct, useLoad } from '../data/load'
import { t } from '../text/text'
import { Confirm } from '../ui/Confirm'
import type { DialogProps } from './Actions'
import { modify } from './attribute'

/** One attribute of an instance: how it is read, chosen and written. */
export interface Attribute<V> {
  title: string
  /** The value as it is now. */
  read: (instance: Instance) => V | Promise<V>
  /** Where a person begins who may not read the value. */
  start: V
  change: (value: V) => Omit<ModifyInstanceAttributeCommandInput, 'InstanceId'>
  field: (value: V, set: (value: V) => void) => ReactNode
}

interface Props<V> extends DialogProps {
  attribute: Attribute<V>
  instance: Instance
}

/** A dialog in which one attribute is changed. Who may change it need not be allowed to read it. */
export function AttributeDialog<V>({ attribute, instance, ...frame }: Props<V>) {
  const now = useLoad(async () => ({ is: await attribute.read(instance) }), [])
  const [wish, setWish] = useState<{ is: V }>()
  const value = wish ?? now.value ?? { is: attribute.start }
  const act = useAct(() => modify(instance.InstanceId ?? '', attribute.change(value.is)))
  return (
    <Confirm title={attribute.title} button={t('shared.save')} act={act} incomplete={now.loading} {...frame}>
      {now.fault && (
        <StatusIndicator type="warning">{t('attributes.unread', { message: now.fault.message })}</StatusIndicator>
      )}
      {now.loading ? (
        <StatusIndicator type="loading">{t('shared.loading')}</StatusIndicator>
      ) : (
        attribute.field(value.is, (is) => setWish({ is }))
      )}
    </Confirm>
  )
}
