import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { t } from '../text/text'
import { hasIops, iopsFit, isSize, needsIops, type VolumeForm, volumeTypes } from './volume'

/** What a volume is like: its size, its type and, where that can be chosen, its speed. */
export function VolumeFields({ form, onChange }: { form: VolumeForm; onChange: (form: VolumeForm) => void }) {
  const { size, type, iops } = form
  return (
    <SpaceBetween size="m">
      <FormField label={t('ec2.size')} errorText={isSize(size) ? undefined : t('volumes.size.wrong')} stretch>
        <Input value={size} inputMode="numeric" onChange={({ detail }) => onChange({ ...form, size: detail.value })} />
      </FormField>
      <FormField label={t('volumes.type')} stretch>
        <Select
          options={volumeTypes.map((value) => ({ value }))}
          selectedOption={{ value: type }}
          onChange={({ detail }) => onChange({ ...form, type: detail.selectedOption.value ?? '' })}
        />
      </FormField>
      {hasIops(type) && (
        <FormField
          label={t('volumes.iops')}
          description={t(needsIops(type) ? 'volumes.iops.needed' : 'volumes.iops.hint')}
          errorText={iops === '' || iopsFit(form) ? undefined : t('volumes.iops.wrong')}
          stretch
        >
          <Input
            value={iops}
            inputMode="numeric"
            onChange={({ detail }) => onChange({ ...form, iops: detail.value })}
          />
        </FormField>
      )}
    </SpaceBetween>
  )
}
