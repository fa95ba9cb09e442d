import { DescribeKeyPairsCommand, type KeyPairInfo } from '@aws-sdk/client-ec2'
import { useNavigate, useParams } from 'react-router'
import { ec2 } from '../data/ec2'
import { useLoad } from '../data/load'
import { when } from '../text/format'
import { t } from '../text/text'
import { Copy } from '../ui/Copy'
import { ActionButtons } from './Actions'
import { keyPairActions } from './KeyPairDialogs'
import { ResourceDetail } from './ResourceDetail'

const up = '/ec2/key-pairs'

/** One key pair: its public half, and its tags. */
export default function KeyPairDetail() {
  const id = useParams().id ?? ''
  const navigate = useNavigate()
  const pair = useLoad(
    async () =>
      (await ec2.send(new DescribeKeyPairsCommand({ KeyPairIds: [id], IncludePublicKey: true }))).KeyPairs?.[0],
    [id],
  )
  return (
    <ResourceDetail
      id={id}
      up={{ text: t('ec2.keyPairs'), to: up }}
      thing={pair}
      details={details}
      actions={<ActionButtons actions={keyPairActions()} chosen={pair.value} onDone={() => navigate(up)} />}
    />
  )
}

function details(pair: KeyPairInfo) {
  return [
    { label: t('keyPairs.name'), value: pair.KeyName },
    { label: t('keyPairs.id'), value: <Copy text={pair.KeyPairId ?? ''} /> },
    { label: t('shared.type'), value: pair.KeyType },
    { label: t('ec2.fingerprint'), value: pair.KeyFingerprint },
    { label: t('shared.created'), value: when(pair.CreateTime) },
    { label: t('keyPairs.public'), value: pair.PublicKey ? <Copy text={pair.PublicKey} /> : '-' },
  ]
}
