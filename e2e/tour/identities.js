import { call } from '../lib/people.js'
import { account } from '../lib/server.js'
import { chooseSeeds } from '../story/tokens.js'
import { dialog, named, press, word } from '../lib/words.js'

const user = '/console/iam/users/MFAUser'
const credentials = `${user}?tab=credentials`
const group = '/console/iam/groups/EC2MFA'
const role = '/console/iam/roles/Auditor'
const importPage = '/console/iam/hardware-tokens/import'

/** What a button of a page opens. */
const opened = (name, path, button) => ({ name, path, open: (page) => press(page, button) })

/** Wants a boundary and a tag for what a page makes, and makes it before a policy is chosen. */
const boundedAndTagged = (button) => async (page) => {
  await named(page, 'checkbox', 'Set a permissions boundary').check()
  await press(page, 'Add tag')
  await named(page, 'textbox', 'Key').fill('team')
  await press(page, button)
}

/** Checks the first row of the list and presses a button above it. */
const forFirstRow = (name, path, button) => ({
  name,
  path,
  open: async (page) => {
    await page.getByRole('row').nth(1).locator('input').first().check()
    await press(page, button)
  },
})

/** Users, groups and roles: the lists, the pages that make one, the page of one with each of its tabs, and the dialogs of those. */
export const identities = [
  { name: 'dashboard', path: '/console/iam' },

  { name: 'users', path: '/console/iam/users' },
  {
    name: 'users-none-found',
    path: '/console/iam/users',
    open: (page) => page.getByRole('searchbox').fill('nobody of this name'),
  },
  opened('users-preferences', '/console/iam/users', 'Preferences'),
  forFirstRow('delete-user', '/console/iam/users', 'Delete user'),
  { name: 'create-user', path: '/console/iam/users/create' },
  {
    name: 'create-user-incomplete',
    path: '/console/iam/users/create',
    open: async (page) => {
      await page.getByRole('checkbox').nth(1).check()
      await page.getByRole('radio').nth(1).check()
      await press(page, 'Create user')
    },
  },
  {
    name: 'create-user-taken',
    path: '/console/iam/users/create',
    open: async (page) => {
      await page.getByLabel(word('User name')).fill('MFAUser')
      await press(page, 'Create user')
      await page.getByText('User with name MFAUser already exists.').waitFor()
    },
  },
  {
    name: 'create-user-whole',
    path: '/console/iam/users/create',
    open: boundedAndTagged('Create user'),
  },
  { name: 'user-permissions', path: user },
  opened('user-add-permissions', user, 'Add permissions'),
  opened('user-boundary-dialog', user, 'Set boundary'),
  { name: 'user-inline-create', path: `${user}/inline/create` },
  {
    name: 'user-inline-incomplete',
    path: `${user}/inline/create`,
    open: (page) => press(page, 'Create inline policy'),
  },
  { name: 'user-inline-edit', path: `${user}/inline/edit/inline` },
  {
    name: 'user-inline-opened',
    path: user,
    open: async (page) => {
      await page.getByRole('button', { name: 'inline', exact: true }).click()
      await page.locator('.ace_content').waitFor()
    },
  },
  { name: 'user-groups', path: `${user}?tab=groups` },
  { name: 'user-tags', path: `${user}?tab=tags` },
  opened('user-tags-dialog', `${user}?tab=tags`, 'Manage tags'),
  { name: 'user-credentials', path: credentials },
  opened('set-password', credentials, 'Manage password'),
  opened('upload-ssh-key', credentials, 'Upload SSH public key'),
  opened('generate-service-credentials', credentials, 'Generate credentials'),
  { name: 'user-advisor', path: `${user}?tab=advisor` },

  { name: 'groups', path: '/console/iam/groups' },
  { name: 'create-group', path: '/console/iam/groups/create' },
  opened('create-group-incomplete', '/console/iam/groups/create', 'Create group'),
  { name: 'group-users', path: group },
  opened('group-add-users', group, 'Add users to group'),
  { name: 'group-permissions', path: `${group}?tab=permissions` },
  { name: 'group-inline-create', path: `${group}/inline/create` },
  { name: 'group-inline-edit', path: `${group}/inline/edit/inline` },
  { name: 'group-advisor', path: `${group}?tab=advisor` },
  { name: 'group-attach', path: `${group}/attach` },

  { name: 'virtual-devices', path: '/console/iam/virtual-mfa-devices' },
  {
    name: 'delete-virtual-device',
    path: '/console/iam/virtual-mfa-devices',
    open: async (page) => {
      await page.getByRole('row').filter({ hasText: 'mfa/Unfinished' }).getByRole('radio').check()
      await press(page, 'Delete device')
    },
  },
  { name: 'tokens', path: '/console/iam/hardware-tokens' },
  opened('tokens-import-incomplete', importPage, 'Import'),
  {
    name: 'tokens-import-one',
    path: importPage,
    open: async (page) => {
      await named(page, 'radio', 'One token').check()
      await press(page, 'Import')
    },
  },
  {
    name: 'tokens-import-ready',
    path: importPage,
    open: (page) => chooseSeeds(page, 'GAHT87654321,GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'),
  },
  {
    name: 'tokens-import-wrong',
    path: importPage,
    open: (page) => chooseSeeds(page, 'short,GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\nGAHT00000002\nGAHT00000003,GEZDGNBV'),
  },

  { name: 'roles', path: '/console/iam/roles' },
  { name: 'create-role', path: '/console/iam/roles/create' },
  {
    name: 'create-role-incomplete',
    path: '/console/iam/roles/create',
    open: async (page) => {
      await named(page, 'radio', 'AWS service').check()
      await boundedAndTagged('Create role')(page)
    },
  },
  { name: 'role-permissions', path: role },
  opened('role-edit', role, 'Edit'),
  opened('role-boundary-dialog', role, 'Set boundary'),
  opened('role-boundary-remove', role, 'Remove boundary'),
  { name: 'role-inline-create', path: `${role}/inline/create` },
  { name: 'role-inline-edit', path: `${role}/inline/edit/inline` },
  { name: 'role-trust', path: `${role}?tab=trust` },
  {
    name: 'role-trust-edit',
    path: `${role}?tab=trust`,
    open: async (page) => {
      const validated = page.waitForResponse((response) => response.url().endsWith('/policy/validation'))
      await press(page, 'Edit trust policy')
      await page.locator('.policy-editor .ace_content').waitFor()
      await validated
    },
  },
  { name: 'role-tags', path: `${role}?tab=tags` },
  opened('role-tags-dialog', `${role}?tab=tags`, 'Manage tags'),
  { name: 'role-advisor', path: `${role}?tab=advisor` },
  { name: 'role-attach', path: `${role}/attach` },
]

/** The wizard that manages MFA devices, step by step. */
export const mfa = [
  opened('mfa-choose', credentials, 'Manage'),
  {
    name: 'mfa-name-wrong',
    path: credentials,
    open: async (page) => {
      await press(page, 'Manage')
      await page.getByLabel(word('Device name')).fill('no spaces')
    },
  },
  {
    name: 'mfa-hidden',
    path: credentials,
    open: (page) => wizard(page, 'Virtual MFA device'),
  },
  {
    name: 'mfa-shown',
    path: credentials,
    open: async (page) => {
      await wizard(page, 'Virtual MFA device')
      await press(dialog(page), 'Show QR code')
      await press(dialog(page), 'Show secret key')
      await page.getByRole('img').first().waitFor()
    },
  },
  {
    name: 'mfa-wrong-codes',
    path: credentials,
    open: async (page) => {
      await wizard(page, 'Virtual MFA device')
      await page.getByLabel(word('MFA Code 1')).fill('000000')
      await page.getByLabel(word('MFA Code 2')).fill('000000')
      await press(dialog(page), 'Assign MFA')
      await page.getByText('Authentication code for device is not valid.').waitFor()
    },
  },
  {
    name: 'mfa-unfinished',
    path: '/console/iam/users/Unfinished?tab=credentials',
    open: (page) => wizard(page, 'Virtual MFA device'),
  },
  { name: 'mfa-key', path: credentials, open: (page) => wizard(page, 'U2F security key') },
  { name: 'mfa-token', path: credentials, open: (page) => wizard(page, 'Other hardware MFA device') },
  opened('mfa-task', '/console/iam/users/Chooser?tab=credentials', 'Manage'),
  {
    name: 'mfa-remove',
    path: '/console/iam/users/Drifted?tab=credentials',
    open: (page) => wizard(page, 'Remove'),
  },
  {
    name: 'mfa-resync',
    path: '/console/iam/users/Drifted?tab=credentials',
    open: (page) => wizard(page, 'Resync'),
  },
]

/** Goes to the second step of the wizard, where no device was begun and left before. */
async function wizard(page, choice) {
  const SerialNumber = `arn:aws:iam::${account.id}:mfa/MFAUser`
  await call(page.context(), 'iam', 'DeleteVirtualMFADevice', { SerialNumber })
  await press(page, 'Manage')
  await named(dialog(page), 'radio', choice).check()
  await press(dialog(page), 'Continue')
}
