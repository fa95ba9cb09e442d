import type { Instance, ShutdownBehavior } from '@aws-sdk/client-ec2'
import Checkbox from '@cloudscape-design/components/checkbox'
import FormField from '@cloudscape-design/components/form-field'
import RadioGroup from '@cloudscape-design/components/radio-group'
import Textarea from '@cloudscape-design/components/textarea'
import { useLoad } from '../data/load'
import { t } from '../text/text'
import type { Action } from './Actions'
import { type Attribute, AttributeDialog } from './AttributeDialog'
import { keepsExisting, keepsRunning, onShutdown, userDataOf } from './attribute'
import { Choice } from './Choice'
import { instanceTypes } from './choices'
import { GroupsField } from './GroupsField'

/** What can be set of an instance, each in a dialog of its own. */
export function instanceSettings(): Action<Instance>[] {
  return [
    setting(type(), stopped),
    setting(groups()),
    setting(terminationProtection()),
    setting(stopProtection()),
    setting(shutdownBehavior()),
    setting(sourceDestCheck()),
    setting(userData(), stopped),
  ]
}

const stopped = (instance: Instance) => instance.State?.Name === 'stopped'
const there = (instance: Instance) => !['shutting-down', 'terminated'].includes(instance.State?.Name ?? '')

function setting<V>(attribute: Attribute<V>, fits = there): Action<Instance> {
  return {
    text: attribute.title,
    fits,
    dialog: (instance, frame) => <AttributeDialog attribute={attribute} instance={instance} {...frame} />,
  }
}

const id = (instance: Instance) => instance.InstanceId ?? ''

function type(): Attribute<string> {
  return {
    title: t('settings.type'),
    read: (instance) => instance.InstanceType ?? '',
    start: '',
    change: (value) => ({ InstanceType: { Value: value } }),
    field: (value, set) => <TypeField value={value} onChange={set} />,
  }
}

function TypeField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  return <Choice label={t('instances.type')} list={useLoad(instanceTypes, [])} value={value} onChange={onChange} />
}

function groups(): Attribute<string[]> {
  return {
    title: t('settings.groups'),
    read: (instance) => (instance.SecurityGroups ?? []).map((group) => group.GroupId ?? ''),
    start: [],
    change: (Groups) => ({ Groups }),
    field: (value, set) => <GroupsField groups={value} onChange={set} />,
  }
}

function terminationProtection(): Attribute<boolean> {
  return {
    title: t('settings.termination'),
    read: (instance) => keepsExisting(id(instance)),
    start: false,
    change: (Value) => ({ DisableApiTermination: { Value } }),
    field: flagField(t('attributes.termination.on'), t('attributes.termination.hint')),
  }
}

function stopProtection(): Attribute<boolean> {
  return {
    title: t('settings.stop'),
    read: (instance) => keepsRunning(id(instance)),
    start: false,
    change: (Value) => ({ DisableApiStop: { Value } }),
    field: flagField(t('attributes.stop.on'), t('attributes.stop.hint')),
  }
}

function sourceDestCheck(): Attribute<boolean> {
  return {
    title: t('settings.sourceDest'),
    read: (instance) => instance.SourceDestCheck ?? true,
    start: true,
    change: (Value) => ({ SourceDestCheck: { Value } }),
    field: flagField(t('attributes.sourceDest.on'), t('attributes.sourceDest.hint')),
  }
}

function flagField(label: string, hint: string): Attribute<boolean>['field'] {
  return (value, set) => (
    <Checkbox checked={value} description={hint} onChange={({ detail }) => set(detail.checked)}>
      {label}
    </Checkbox>
  )
}

function shutdownBehavior(): Attribute<ShutdownBehavior> {
  return {
    title: t('settings.shutdown'),
    read: (instance) => onShutdown(id(instance)),
    start: 'stop',
    change: (Value) => ({ InstanceInitiatedShutdownBehavior: { Value } }),
    field: (value, set) => (
      <FormField label={t('attributes.shutdown')}>
        <RadioGroup
          value={value}
          items={[
            { value: 'stop', label: t('instances.stop') },
            { value: 'terminate', label: t('instances.terminate') },
          ]}
          onChange={({ detail }) => set(detail.value as ShutdownBehavior)}
        />
      </FormField>
    ),
  }
}

function userData(): Attribute<string> {
  return {
    title: t('settings.userData'),
    read: (instance) => userDataOf(id(instance)),
    start: '',
    change: (value) => ({ UserData: { Value: new TextEncoder().encode(value) } }),
    field: (value, set) => (
      <FormField label={t('attributes.userData')} stretch>
        <Textarea value={value} rows={8} spellcheck={false} onChange={({ detail }) => set(detail.value)} />
      </FormField>
    ),
  }
}
