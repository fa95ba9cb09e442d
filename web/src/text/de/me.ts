/** The page of one's own security credentials. */
export const me = {
  'me.title': 'Meine Sicherheitsanmeldedaten',
  'me.user': 'Die Anmeldedaten von {name}, dem Benutzer, als der Sie angemeldet sind.',
  'me.role': 'Sie sind mit einer Rolle angemeldet, die keine eigenen Anmeldedaten hat.',
  'me.federated': 'Sie sind als Verbundbenutzer angemeldet, der keine eigenen Anmeldedaten hat.',
  'me.rootText':
    'Der Root-Benutzer kann alles, und keine Richtlinie schränkt ihn ein. Verwenden Sie ihn für das, was sonst niemand kann, und schützen Sie ihn mit MFA.',
  'me.account': 'Kontodetails',
} as const
