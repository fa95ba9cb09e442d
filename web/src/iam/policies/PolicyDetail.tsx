import { GetPolicyCommand, type Policy } from '@aws-sdk/client-iam'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Tabs from '@cloudscape-design/components/tabs'
import { useParams } from 'react-router'
import { iam } from '../../data/iam'
import { useLoad } from '../../data/load'
import { when } from '../../text/format'
import { t } from '../../text/text'
import { Copy } from '../../ui/Copy'
import { Page } from '../../ui/Page'
import { Panel } from '../../ui/Panel'
import { RouteButton } from '../../ui/RouteButton'
import { AccessAdvisor } from '../advisor/AccessAdvisor'
import { policyPath } from '../paths'
import { isAwsManaged, typeOf } from './columns'
import { Document } from './Document'
import { policyCrumbs } from './EditStep'
import { PolicyTags } from './PolicyTags'
import { Summary } from './Summary'
import { Usage } from './Usage'
import { readVersion } from './version'
import { Versions } from './Versions'

/** The page of one managed policy. */
export default function PolicyDetail() {
  const { arn = '' } = useParams()
  const policy = useLoad(async () => (await iam.send(new GetPolicyCommand({ PolicyArn: arn }))).Policy, [arn])
  const name = policy.value?.PolicyName ?? arn.split('/').at(-1) ?? arn
  const own = !isAwsManaged(arn)
  const version = policy.value?.DefaultVersionId
  return (
    <Page
      title={name}
      crumbs={policyCrumbs()}
      actions={own && version && <RouteButton to={`${policyPath(arn)}/edit`}>{t('policyPage.edit')}</RouteButton>}
    >
      <Panel
        title={t('policyPage.about')}
        loading={policy.loading && !policy.value}
        fault={policy.fault}
        reload={policy.reload}
      >
        {policy.value && <About policy={policy.value} />}
      </Panel>
      <Tabs
        tabs={[
          {
            id: 'permissions',
            label: t('policyPage.tab.permissions'),
            content: version && <Permissions key={version} arn={arn} version={version} />,
          },
          { id: 'usage', label: t('policyPage.tab.attached'), content: <Usage arn={arn} name={name} /> },
          {
            id: 'versions',
            label: t('policyPage.tab.versions'),
            content: <Versions arn={arn} own={own} onChange={policy.reload} />,
          },
          ...(own ? [{ id: 'tags', label: t('user.tab.tags'), content: <PolicyTags arn={arn} /> }] : []),
          { id: 'advisor', label: t('advisor.title'), content: <AccessAdvisor arn={arn} kind="policy" /> },
        ]}
      />
    </Page>
  )
}

function About({ policy }: { policy: Policy }) {
  return (
    <KeyValuePairs
      columns={3}
      items={[
        { label: t('shared.arn'), value: <Copy text={policy.Arn ?? ''} /> },
        { label: t('policies.type'), value: typeOf(policy) },
        { label: t('policies.description'), value: policy.Description || '-' },
        { label: t('shared.created'), value: when(policy.CreateDate) },
        { label: t('policyPage.updated'), value: when(policy.UpdateDate) },
        { label: t('policyPage.version'), value: policy.DefaultVersionId },
      ]}
    />
  )
}

function Permissions({ arn, version }: { arn: string; version: string }) {
  const document = useLoad(() => readVersion(arn, version), [arn, version])
  return (
    <SpaceBetween size="l">
      {document.value !== undefined && <Summary document={document.value} />}
      <Panel
        title={t('policyPage.document')}
        loading={document.loading}
        fault={document.fault}
        reload={document.reload}
      >
        <Document text={document.value ?? ''} />
      </Panel>
    </SpaceBetween>
  )
}
