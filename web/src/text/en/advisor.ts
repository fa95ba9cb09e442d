/** The tab Access Advisor of users, groups, roles and policies. */
export const advisor = {
  'advisor.title': 'Access Advisor',
  'advisor.about':
    'Services that the policies allow, and when each was last called, whether the call was allowed or not. What a boundary or an explicit deny takes away is listed too.',
  'advisor.noPolicies': 'It takes {action} to see which policies grant the access.',
  'advisor.service': 'Service',
  'advisor.namespace': 'Prefix',
  'advisor.policies': 'Policies granting permissions',
  'advisor.last': 'Last accessed',
  'advisor.never': 'Not accessed in the tracking period',
  'advisor.by': 'Last accessed by',
  'advisor.entities': 'Users and roles',
  'advisor.region': 'Region',
  'advisor.actions': 'Actions called',
  'advisor.action': '{action} ({when})',
  'advisor.none': 'The policies allow no service.',
} as const
