import type { PageRoute } from '../app/page'

export const ec2Pages: PageRoute[] = [
  { path: '/ec2', load: () => import('./Dashboard') },
  { path: '/ec2/instances', load: () => import('./Instances') },
  { path: '/ec2/instances/:id', load: () => import('./InstanceDetail') },
  { path: '/ec2/key-pairs', load: () => import('./KeyPairs') },
  { path: '/ec2/key-pairs/:id', load: () => import('./KeyPairDetail') },
  { path: '/ec2/security-groups', load: () => import('./SecurityGroups') },
  { path: '/ec2/security-groups/:id', load: () => import('./SecurityGroupDetail') },
  { path: '/ec2/volumes', load: () => import('./Volumes') },
  { path: '/ec2/volumes/:id', load: () => import('./VolumeDetail') },
]
