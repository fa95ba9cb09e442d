/** The pages of EC2's key pairs. */
export const keyPairs = {
  'keyPairs.about': 'Der private Schlüssel wird einmal angezeigt, wenn das Paar erstellt wird.',
  'keyPairs.name': 'Name des Schlüsselpaars',
  'keyPairs.id': 'Schlüsselpaar-ID',
  'keyPairs.create': 'Schlüsselpaar erstellen',
  'keyPairs.import': 'Schlüsselpaar importieren',
  'keyPairs.type': 'Typ des Schlüsselpaars',
  'keyPairs.public': 'Öffentlicher Schlüssel',
  'keyPairs.public.hint': 'So, wie OpenSSH ihn schreibt: ssh-ed25519 oder ssh-rsa, und der Schlüssel.',
  'keyPairs.delete.title': 'Das Schlüsselpaar {name} löschen?',
  'keyPairs.delete.text': 'Neue Instances können nicht mehr damit gestartet werden.',
  'keyPairs.once.title': 'Der private Schlüssel von {name}',
  'keyPairs.once': 'Dieser Schlüssel wird nur dieses eine Mal angezeigt. Speichern Sie ihn, bevor Sie dies schließen.',
  'keyPairs.download': 'Privaten Schlüssel herunterladen',
  'keyPairs.private': 'Privater Schlüssel',
} as const
