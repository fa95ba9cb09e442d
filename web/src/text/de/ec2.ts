/** What the pages of EC2 have in common, and its dashboard. */
export const ec2 = {
  'ec2.denied': 'Sie sind nicht berechtigt, diesen Vorgang auszuführen.',
  'ec2.dashboard': 'EC2-Dashboard',
  'ec2.dashboard.about':
    'Instances, Volumes und Sicherheitsgruppen sind hier nur Einträge: Auf diesem Server läuft nichts davon.',
  'ec2.instances': 'Instances',
  'ec2.keyPairs': 'Schlüsselpaare',
  'ec2.groups': 'Sicherheitsgruppen',
  'ec2.volumes': 'Volumes',
  'ec2.zones': 'Availability Zones',
  'ec2.count': 'In dieser Region',
  'ec2.open': '{what} öffnen',
  'ec2.state': 'Status',
  'ec2.zone': 'Availability Zone',
  'ec2.vpc': 'VPC-ID',
  'ec2.description': 'Beschreibung',
  'ec2.size': 'Größe (GiB)',
  'ec2.attachedTo': 'Angefügt an',
  'ec2.owner': 'Eigentümer',
  'ec2.details': 'Details',
  'ec2.fingerprint': 'Fingerabdruck',
  'ec2.notFound': 'Es gibt nichts mit der ID {id}.',
} as const
