import { press } from '../lib/words.js'

const page = (name, path) => ({ name, path: `/console/ec2${path}` })
const opened = (name, path, button) => ({ ...page(name, path), open: (tab) => press(tab, button) })

/** EC2: the dashboard, each list, the page of an instance, and the dialogs that make something. */
export const ec2 = [
  page('ec2', ''),
  page('instances', '/instances'),
  opened('launch-instance', '/instances', 'Launch instance'),
  { name: 'instance', path: ({ instance }) => `/console/ec2/instances/${instance}` },
  page('key-pairs', '/key-pairs'),
  opened('create-key-pair', '/key-pairs', 'Create key pair'),
  page('security-groups', '/security-groups'),
  opened('create-security-group', '/security-groups', 'Create security group'),
  page('volumes', '/volumes'),
  opened('create-volume', '/volumes', 'Create volume'),
]
