import type { Volume, VolumeType } from '@aws-sdk/client-ec2'

/** What a volume is like, as a person types it. */
export interface VolumeForm {
  size: string
  type: string
  iops: string
}

/** The types of volumes, the usual one first. */
export const volumeTypes = ['gp3', 'gp2', 'io2', 'io1', 'st1', 'sc1', 'standard']

export const newVolume: VolumeForm = { size: '8', type: 'gp3', iops: '' }

/** Whether the operations a second of a type can be chosen. */
export const hasIops = (type: string) => ['gp3', 'io1', 'io2'].includes(type)

/** Whether they have to be. */
export const needsIops = (type: string) => type === 'io1' || type === 'io2'

export const isSize = (text: string) => isCount(text) && Number(text) <= 65536

const isCount = (text: string) => /^[1-9]\d{0,5}$/.test(text)

/** Whether the operations a second are as the type wants them. Their limits are left to the server. */
export const iopsFit = ({ type, iops }: VolumeForm) =>
  !hasIops(type) || isCount(iops) || (iops === '' && !needsIops(type))

/** Whether it can be sent. */
export const complete = (form: VolumeForm) => isSize(form.size) && iopsFit(form)

/** The volume as it is, to be changed. */
export function formOf(volume: Volume): VolumeForm {
  const type = volume.VolumeType ?? 'gp3'
  return { size: String(volume.Size ?? ''), type, iops: hasIops(type) ? String(volume.Iops ?? '') : '' }
}

/** The instance that a volume is attached to. */
export const holder = (volume: Volume) => volume.Attachments?.[0]?.InstanceId

/** What CreateVolume and ModifyVolume take. */
export function requestOf({ size, type, iops }: VolumeForm) {
  return {
    Size: Number(size),
    VolumeType: type as VolumeType,
    Iops: hasIops(type) && iops !== '' ? Number(iops) : undefined,
  }
}

/** What differs between a volume and what it is to become; undefined where nothing does. */
export function changeOf(before: VolumeForm, after: VolumeForm) {
  const [old, wish] = [requestOf(before), requestOf(after)]
  const change = {
    Size: wish.Size === old.Size ? undefined : wish.Size,
    VolumeType: wish.VolumeType === old.VolumeType ? undefined : wish.VolumeType,
    Iops: wish.Iops === old.Iops ? undefined : wish.Iops,
  }
  return Object.values(change).some((value) => value !== undefined) ? change : undefined
}
