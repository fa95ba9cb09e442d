/** The pages of EC2's key pairs. */
export const keyPairs = {
  'keyPairs.about': 'The private key is shown once, when the pair is created.',
  'keyPairs.name': 'Key pair name',
  'keyPairs.id': 'Key pair ID',
  'keyPairs.create': 'Create key pair',
  'keyPairs.import': 'Import key pair',
  'keyPairs.type': 'Key pair type',
  'keyPairs.public': 'Public key',
  'keyPairs.public.hint': 'As OpenSSH writes it: ssh-ed25519 or ssh-rsa, and the key.',
  'keyPairs.delete.title': 'Delete the key pair {name}?',
  'keyPairs.delete.text': 'New instances can no longer be launched with it.',
  'keyPairs.once.title': 'The private key of {name}',
  'keyPairs.once': 'This key is shown now and never again. Save it before you close this.',
  'keyPairs.download': 'Download private key',
  'keyPairs.private': 'Private key',
} as const
