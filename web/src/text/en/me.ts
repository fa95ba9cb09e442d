/** The page of one's own security credentials. */
export const me = {
  'me.title': 'My security credentials',
  'me.user': 'The credentials of {name}, the user that you are signed in as.',
  'me.role': 'You are signed in as a role, which has no credentials of its own.',
  'me.federated': 'You are signed in as a federated user, who has no credentials of their own.',
  'me.rootText':
    'The root user can do everything, and no policy limits it. Use it for what nobody else can do, and protect it with MFA.',
  'me.account': 'Account details',
} as const
