import { AttachRolePolicyCommand } from '@aws-sdk/client-iam'
import { useParams } from 'react-router'
import { iam } from '../../data/iam'
import { t } from '../../text/text'
import { AttachPage } from '../policies/AttachPage'
import { roleCrumbs } from './CreateRole'
import { rolePath } from './path'

/** The page on which policies are chosen for a role. */
export default function AttachToRole() {
  const { name = '' } = useParams()
  return (
    <AttachPage
      title={t('role.attach')}
      owner={name}
      back={rolePath(name)}
      crumbs={[...roleCrumbs(), { text: name, to: rolePath(name) }]}
      attach={(PolicyArn) => iam.send(new AttachRolePolicyCommand({ RoleName: name, PolicyArn }))}
    />
  )
}
