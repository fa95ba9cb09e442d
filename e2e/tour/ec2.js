import { named, press } from '../lib/words.js'

const page = (name, path) => ({ name, path: `/console/ec2${path}` })
const one = (name, path) => ({ name, path: (world) => `/console/ec2${path(world)}` })
const opened = (name, path, button) => ({ ...page(name, path), open: (tab) => press(tab, button) })

const instance = ({ instance }) => `/instances/${instance}`
const group = ({ group }) => `/security-groups/${group}`
const volume = ({ volume }) => `/volumes/${volume}`

/** Opens what the server answered to a denied call, and asks for the reason. */
async function askWhy(tab) {
  await press(tab, 'What the server answered')
  await press(tab, 'Why?')
}

/** EC2: the dashboard, each list, the page of one thing of each kind, dialogs, and why something is denied. */
export const ec2 = [
  page('ec2', ''),
  page('instances', '/instances'),
  opened('launch-instance', '/instances', 'Launch instance'),
  one('instance', instance),
  {
    ...one('termination-protection', instance),
    open: async (tab) => {
      await press(tab, 'Instance settings')
      await named(tab, 'menuitem', 'Change termination protection').click()
      await tab.getByRole('checkbox').waitFor()
    },
  },
  page('key-pairs', '/key-pairs'),
  opened('create-key-pair', '/key-pairs', 'Create key pair'),
  opened('import-key-pair', '/key-pairs', 'Import key pair'),
  one('key-pair', ({ keyPair }) => `/key-pairs/${keyPair}`),
  page('security-groups', '/security-groups'),
  opened('create-security-group', '/security-groups', 'Create security group'),
  one('security-group', group),
  { ...one('add-outbound-rule', group), open: (tab) => press(tab, 'Add outbound rule') },
  page('volumes', '/volumes'),
  one('volume', volume),
  { ...page('volumes-why', '/volumes'), who: 'asker', open: askWhy },
  { ...page('volumes-why-untold', '/volumes'), who: 'nobody', open: askWhy },
  { ...one('attach-volume', volume), open: (tab) => press(tab, 'Attach volume') },
  opened('create-volume', '/volumes', 'Create volume'),
]
