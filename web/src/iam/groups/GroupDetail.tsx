import { GetGroupCommand } from '@aws-sdk/client-iam'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import Tabs from '@cloudscape-design/components/tabs'
import { useParams, useSearchParams } from 'react-router'
import { iam } from '../../data/iam'
import { useLoad } from '../../data/load'
import { when } from '../../text/format'
import { t } from '../../text/text'
import { Copy } from '../../ui/Copy'
import { Page } from '../../ui/Page'
import { Panel } from '../../ui/Panel'
import { AccessAdvisor } from '../advisor/AccessAdvisor'
import { GroupPermissions } from './GroupPermissions'
import { GroupUsers } from './GroupUsers'

/** The page of one group. Each tab asks for itself, so that a denial of one leaves the others. */
export default function GroupDetail() {
  const { name = '' } = useParams()
  const [search, setSearch] = useSearchParams()
  const group = useLoad(
    async () => (await iam.send(new GetGroupCommand({ GroupName: name, MaxItems: 1 }))).Group,
    [name],
  )
  return (
    <Page title={name} crumbs={groupCrumbs()}>
      <Panel
        title={t('group.summary')}
        loading={group.loading && !group.value}
        fault={group.fault}
        reload={group.reload}
      >
        <KeyValuePairs
          columns={3}
          items={[
            { label: t('shared.arn'), value: group.value?.Arn && <Copy text={group.value.Arn} /> },
            { label: t('shared.path'), value: group.value?.Path },
            { label: t('shared.created'), value: when(group.value?.CreateDate) },
          ]}
        />
      </Panel>
      <Tabs
        activeTabId={search.get('tab') ?? 'users'}
        onChange={({ detail }) => setSearch({ tab: detail.activeTabId }, { replace: true })}
        tabs={[
          { id: 'users', label: t('group.tab.users'), content: <GroupUsers group={name} /> },
          { id: 'permissions', label: t('group.tab.permissions'), content: <GroupPermissions group={name} /> },
          {
            id: 'advisor',
            label: t('advisor.title'),
            content: <AccessAdvisor arn={group.value?.Arn} fault={group.fault} kind="group" />,
          },
        ]}
      />
    </Page>
  )
}

export function groupCrumbs() {
  return [
    { text: t('service.iam'), to: '/iam' },
    { text: t('groups.title'), to: '/iam/groups' },
  ]
}
