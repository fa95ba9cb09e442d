import Alert from '@cloudscape-design/components/alert'
import { useParams } from 'react-router'
import { json } from '../data/json'
import { useLoad } from '../data/load'
import { t, type PlainKey } from '../text/text'
import { Page } from '../ui/Page'
import { Panel } from '../ui/Panel'

/** What each page asks for: the action that its service's own console begins with. */
const first: Record<string, { name: PlainKey; target: string; action: string }> = {
  s3: { name: 'service.s3', target: 'S3.ListAllMyBuckets', action: 's3:ListAllMyBuckets' },
  dynamodb: { name: 'service.dynamodb', target: 'DynamoDB_20120810.ListTables', action: 'dynamodb:ListTables' },
  lambda: { name: 'service.lambda', target: 'Lambda.ListFunctions', action: 'lambda:ListFunctions' },
  sqs: { name: 'service.sqs', target: 'AmazonSQS.ListQueues', action: 'sqs:ListQueues' },
}

/** A service that has no operations here. Its page asks the API all the same, and shows that it is denied, or that nothing is behind it. */
export default function OtherService() {
  const service = useParams().service ?? ''
  const known = first[service]
  if (!known) return <Page title={t('missing.title')}>{t('other.unknown')}</Page>
  const name = t(known.name)
  return (
    <Page title={name} description={t('other.about', { service: name })}>
      <Answer
        service={service}
        title={t('other.content', { service: name })}
        target={known.target}
        action={known.action}
      />
    </Page>
  )
}

interface Props {
  service: string
  title: string
  target: string
  action: string
}

function Answer({ service, title, target, action }: Props) {
  const { fault, loading, reload } = useLoad(() => json(service, target, {}), [service])
  if (fault?.code === 'NotServedHere') {
    return (
      <Panel title={title}>
        <Alert type="info" header={t('other.notServed', { action })}>
          {fault.message}
        </Alert>
      </Panel>
    )
  }
  return <Panel title={title} fault={fault} loading={loading} reload={reload} denied={t('other.denied', { action })} />
}
