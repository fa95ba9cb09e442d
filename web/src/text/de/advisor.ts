/** Access Advisor. */
export const advisor = {
  'advisor.title': 'Access Advisor',
  'advisor.about':
    'Dienste, die die Richtlinien erlauben, und wann jeder zuletzt aufgerufen wurde, ob der Aufruf erlaubt war oder nicht. Was eine Grenze oder eine ausdrückliche Ablehnung wieder nimmt, ist auch aufgeführt.',
  'advisor.noPolicies': 'Welche Richtlinien den Zugriff gewähren, sieht nur, wem {action} erlaubt ist.',
  'advisor.service': 'Dienst',
  'advisor.namespace': 'Präfix',
  'advisor.policies': 'Richtlinien, die ihn erlauben',
  'advisor.last': 'Letzter Zugriff',
  'advisor.never': 'Kein Zugriff im Beobachtungszeitraum',
  'advisor.by': 'Letzter Zugriff durch',
  'advisor.entities': 'Benutzer und Rollen',
  'advisor.region': 'Region',
  'advisor.actions': 'Aufgerufene Aktionen',
  'advisor.action': '{action} ({when})',
  'advisor.none': 'Die Richtlinien erlauben keinen Dienst.',
} as const
