import { AttachGroupPolicyCommand } from '@aws-sdk/client-iam'
import { useParams } from 'react-router'
import { iam } from '../../data/iam'
import { AttachPage } from '../policies/AttachPage'
import { t } from '../../text/text'
import { groupPath } from '../paths'
import { groupCrumbs } from './GroupDetail'

/** The page on which policies are chosen for a group. */
export default function AttachPolicy() {
  const { name = '' } = useParams()
  return (
    <AttachPage
      title={t('group.attach')}
      owner={name}
      back={`${groupPath(name)}?tab=permissions`}
      crumbs={[...groupCrumbs(), { text: name, to: groupPath(name) }]}
      attach={(PolicyArn) => iam.send(new AttachGroupPolicyCommand({ GroupName: name, PolicyArn }))}
    />
  )
}
