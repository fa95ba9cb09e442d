import { expect, test } from 'vitest'
import { changeOf, complete, formOf, newVolume, requestOf } from './volume'

test('a size is a whole number that a volume can have', () => {
  for (const size of ['', '0', '1.5', '-8', '65537', 'eight']) expect(complete({ ...newVolume, size })).toBe(false)
  for (const size of ['1', '65536']) expect(complete({ ...newVolume, size })).toBe(true)
})

test('operations a second are needed by io1 and io2, taken by gp3, and not asked of the others', () => {
  expect(complete({ ...newVolume, type: 'io2' })).toBe(false)
  expect(complete({ ...newVolume, type: 'io2', iops: '100' })).toBe(true)
  expect(complete({ ...newVolume, iops: 'many' })).toBe(false)
  expect(requestOf({ size: '8', type: 'gp2', iops: '4000' })).toEqual({ Size: 8, VolumeType: 'gp2', Iops: undefined })
  expect(requestOf({ size: '8', type: 'gp3', iops: '4000' })).toEqual({ Size: 8, VolumeType: 'gp3', Iops: 4000 })
})

test('only what differs is changed', () => {
  const before = formOf({ Size: 8, VolumeType: 'gp3', Iops: 3000 })
  expect(changeOf(before, before)).toBeUndefined()
  expect(changeOf(before, { ...before, size: '20' })).toEqual({ Size: 20 })
  expect(changeOf(before, { ...before, type: 'gp2' })).toEqual({ VolumeType: 'gp2' })
})
