/** The page of one group, and the page that attaches policies to it. */
export const group = {
  'group.summary': 'Übersicht',
  'group.tab.users': 'Benutzer',
  'group.tab.permissions': 'Berechtigungen',
  'group.users': 'Benutzer',
  'group.users.none': 'In dieser Gruppe ist kein Benutzer.',
  'group.users.add': 'Benutzer zur Gruppe hinzufügen',
  'group.users.choose': 'Benutzer, die hinzukommen',
  'group.users.remove': 'Benutzer aus der Gruppe entfernen',
  'group.users.remove.title': 'Benutzer aus {name} entfernen?',
  'group.users.remove.text': 'Sie verlieren die Berechtigungen dieser Gruppe sofort.',
  'group.policies': 'Verwaltete Richtlinien',
  'group.attach': 'Richtlinie anfügen',
  'group.attach.about':
    'Markieren Sie die Richtlinien, die an {name} angefügt werden sollen. Was markiert ist, bleibt es, während Sie suchen.',
  'group.attached.one': '1 Richtlinie wurde angefügt.',
  'group.attached.other': '{count} Richtlinien wurden angefügt.',
} as const
