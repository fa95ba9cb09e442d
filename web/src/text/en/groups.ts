/** The list of groups and the making of one. */
export const groups = {
  'groups.title': 'Groups',
  'groups.about': 'What is attached to a group holds for every user in it.',
  'groups.create': 'Create New Group',
  'groups.name': 'Group name',
  'groups.created': 'Creation time',
  'groups.id': 'Group ID',
  'groups.delete': 'Delete group',
  'groups.delete.title': 'Delete {name}?',
  'groups.delete.text':
    'A group that is deleted loses its users and policies, and its inline policies are deleted with it. This cannot be undone.',
  'groups.deleted': 'Deleted: {name}',
  'groups.createPage': 'Create group',
  'groups.nameHint': 'Up to 128 letters, digits and the characters + = , . @ - _',
  'groups.nameWrong': 'Use up to 128 letters, digits and + = , . @ - _ only.',
  'groups.users': 'Users to add',
  'groups.usersHint': 'optional',
  'groups.usersMore': 'The first {count} of {total} users. Type a part of a name to find the others.',
  'groups.done': 'The group {name} has been created.',
  'groups.submit': 'Create group',
} as const
