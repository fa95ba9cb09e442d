import type { Instance } from '@aws-sdk/client-ec2'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import { useLoad } from '../data/load'
import { t } from '../text/text'
import { Panel } from '../ui/Panel'
import { Secret } from '../ui/Secret'
import { keepsExisting, keepsRunning, onShutdown, userDataOf } from './attribute'

/** The attributes of an instance, which are asked for, and denied, apart from the instance. They are asked for again when the instance is. */
export function AttributesPanel({ id, instance }: { id: string; instance?: Instance }) {
  const { value, ...load } = useLoad(() => attributesOf(id), [id, instance])
  const onOff = (on: boolean) => t(on ? 'attributes.enabled' : 'attributes.disabled')
  return (
    <Panel title={t('attributes.title')} {...load} loading={load.loading && !value} denied={t('ec2.denied')}>
      {value && (
        <KeyValuePairs
          columns={3}
          items={[
            { label: t('attributes.termination'), value: onOff(value.existing) },
            { label: t('attributes.stop'), value: onOff(value.running) },
            { label: t('attributes.shutdown'), value: value.shutdown },
            {
              label: t('attributes.userData'),
              value: value.data ? <Secret text={value.data} label={t('attributes.userData')} /> : t('shared.none'),
            },
          ]}
        />
      )}
    </Panel>
  )
}

/** The operation shows one attribute at a time. */
async function attributesOf(id: string) {
  const [existing, running, shutdown, data] = await Promise.all([
    keepsExisting(id),
    keepsRunning(id),
    onShutdown(id),
    userDataOf(id),
  ])
  return { existing, running, shutdown, data }
}
