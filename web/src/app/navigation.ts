import { t } from '../text/text'

export interface NavigationLink {
  text: string
  to: string
}

export interface Section {
  /** Addresses that begin so belong to the section. */
  prefix: string
  title: string
  links: NavigationLink[]
}

/** The navigation pane of each service. A page outside of all has none. */
export function sections(): Section[] {
  return [
    {
      prefix: '/iam',
      title: t('service.iam'),
      links: [
        { text: t('iam.dashboard'), to: '/iam' },
        { text: t('iam.groups'), to: '/iam/groups' },
        { text: t('iam.users'), to: '/iam/users' },
        { text: t('iam.roles'), to: '/iam/roles' },
        { text: t('iam.policies'), to: '/iam/policies' },
        { text: t('iam.accountSettings'), to: '/iam/account-settings' },
        { text: t('iam.credentialReport'), to: '/iam/credential-report' },
        { text: t('mfa.devices'), to: '/iam/virtual-mfa-devices' },
        { text: t('tokens.title'), to: '/iam/hardware-tokens' },
        { text: t('iam.simulator'), to: '/iam/simulator' },
      ],
    },
    {
      prefix: '/ec2',
      title: t('service.ec2'),
      links: [
        { text: t('ec2.dashboard'), to: '/ec2' },
        { text: t('ec2.instances'), to: '/ec2/instances' },
        { text: t('ec2.keyPairs'), to: '/ec2/key-pairs' },
        { text: t('ec2.groups'), to: '/ec2/security-groups' },
        { text: t('ec2.volumes'), to: '/ec2/volumes' },
      ],
    },
  ]
}

/** The link of a section that a path belongs to: the longest that it begins with. */
export function currentLink(section: Section, path: string): string | undefined {
  return section.links
    .map((link) => link.to)
    .filter((to) => path === to || path.startsWith(`${to}/`))
    .sort((a, b) => b.length - a.length)[0]
}
