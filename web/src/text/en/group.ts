/** The page of one group, and the page that attaches policies to it. */
export const group = {
  'group.summary': 'Summary',
  'group.tab.users': 'Users',
  'group.tab.permissions': 'Permissions',
  'group.users': 'Users',
  'group.users.none': 'No user is in this group.',
  'group.users.add': 'Add users to group',
  'group.users.choose': 'Users to add',
  'group.users.remove': 'Remove users from group',
  'group.users.remove.title': 'Remove users from {name}?',
  'group.users.remove.text': 'They lose the permissions of this group at once.',
  'group.policies': 'Managed policies',
  'group.attach': 'Attach Policy',
  'group.attach.about': 'Check the policies to attach to {name}. What is checked stays so while you search.',
  'group.attached.one': '1 policy has been attached.',
  'group.attached.other': '{count} policies have been attached.',
} as const
