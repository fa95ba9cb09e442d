import { DescribeKeyPairsCommand, type KeyPairInfo } from '@aws-sdk/client-ec2'
import { useState } from 'react'
import { ec2 } from '../data/ec2'
import { useList } from '../data/load'
import { t } from '../text/text'
import type { Column } from '../ui/DataTable'
import { linked, moment, named, plain } from './columns'
import { CreateKeyPair, ImportKeyPair, keyPairActions } from './KeyPairDialogs'
import { keyPairPath } from './paths'
import { type FreshKey, PrivateKey } from './PrivateKey'
import { ResourcePage } from './ResourcePage'

const name = (pair: KeyPairInfo) => pair.KeyName ?? ''

/** The key pairs of the Region. */
export default function KeyPairs() {
  const list = useList(async function* () {
    yield (await ec2.send(new DescribeKeyPairsCommand({}))).KeyPairs ?? []
  }, [])
  const [fresh, setFresh] = useState<FreshKey>()
  return (
    <>
      <ResourcePage
        name="key-pairs"
        title={t('ec2.keyPairs')}
        description={t('keyPairs.about')}
        list={list}
        columns={columns()}
        id={name}
        creations={[
          { text: t('keyPairs.import'), dialog: (frame) => <ImportKeyPair {...frame} /> },
          { text: t('keyPairs.create'), dialog: (frame) => <CreateKeyPair onMade={setFresh} {...frame} /> },
        ]}
        actions={keyPairActions()}
      />
      {fresh && <PrivateKey fresh={fresh} onClose={() => setFresh(undefined)} />}
    </>
  )
}

function columns(): Column<KeyPairInfo>[] {
  return [
    linked('key', t('keyPairs.name'), name, (pair) => keyPairPath(pair.KeyPairId ?? '')),
    plain('id', t('keyPairs.id'), (pair) => pair.KeyPairId),
    plain('type', t('shared.type'), (pair) => pair.KeyType),
    { ...named<KeyPairInfo>(), hidden: true },
    plain('fingerprint', t('ec2.fingerprint'), (pair) => pair.KeyFingerprint),
    moment('created', t('shared.created'), (pair) => pair.CreateTime),
  ]
}
