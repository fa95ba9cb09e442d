/** The list of groups and the making of one. */
export const groups = {
  'groups.title': 'Gruppen',
  'groups.about': 'Was an eine Gruppe angefügt ist, gilt für jeden Benutzer in ihr.',
  'groups.create': 'Neue Gruppe erstellen',
  'groups.name': 'Gruppenname',
  'groups.created': 'Erstellt am',
  'groups.id': 'Gruppen-ID',
  'groups.delete': 'Gruppe löschen',
  'groups.delete.title': '{name} löschen?',
  'groups.delete.text':
    'Eine gelöschte Gruppe verliert ihre Benutzer und Richtlinien, und ihre Inline-Richtlinien werden mit ihr gelöscht. Das lässt sich nicht rückgängig machen.',
  'groups.deleted': 'Gelöscht: {name}',
  'groups.createPage': 'Gruppe erstellen',
  'groups.nameHint': 'Bis zu 128 Buchstaben, Ziffern und die Zeichen + = , . @ - _',
  'groups.nameWrong': 'Verwenden Sie nur bis zu 128 Buchstaben, Ziffern und + = , . @ - _',
  'groups.users': 'Benutzer, die hinzukommen',
  'groups.usersHint': 'optional',
  'groups.usersMore':
    'Die ersten {count} von {total} Benutzern. Geben Sie einen Teil des Namens ein, um die anderen zu finden.',
  'groups.done': 'Die Gruppe {name} wurde erstellt.',
  'groups.submit': 'Gruppe erstellen',
} as const
