import { expect, test } from 'vitest'
import { read, write } from './listChoice'

const columns = [{ id: 'name' }, { id: 'mfa' }, { id: 'arn', hidden: true }]

test('what is chosen for a list comes back', () => {
  const chosen = { pageSize: 50, visible: ['name', 'arn'] }
  expect(write(columns, chosen)).toBe('50.mfa.arn')
  expect(read(columns, '50.mfa.arn')).toEqual(chosen)
})

test('a column that is new is shown as its rule says', () => {
  expect(read([...columns, { id: 'new' }], '10.mfa').visible).toEqual(['name', 'new'])
})

test('what makes no sense has no effect', () => {
  expect(read(columns, '')).toEqual({ pageSize: 20, visible: ['name', 'mfa'] })
  expect(read(columns, '1000000.nothing')).toEqual({ pageSize: 20, visible: ['name', 'mfa'] })
})
