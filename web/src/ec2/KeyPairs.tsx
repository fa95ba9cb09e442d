import {
  CreateKeyPairCommand,
  DeleteKeyPairCommand,
  DescribeKeyPairsCommand,
  type KeyPairInfo,
} from '@aws-sdk/client-ec2'
import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import { useState } from 'react'
import { ec2 } from '../data/ec2'
import { useAct, useList } from '../data/load'
import { when } from '../text/format'
import { t } from '../text/text'
import { Confirm } from '../ui/Confirm'
import type { Column } from '../ui/DataTable'
import { Page } from '../ui/Page'
import { Secret } from '../ui/Secret'
import { ResourceList } from './ResourceList'

interface Fresh {
  name: string
  material: string
}

/** The key pairs of the Region. */
export default function KeyPairs() {
  const list = useList(async function* () {
    yield (await ec2.send(new DescribeKeyPairsCommand({}))).KeyPairs ?? []
  }, [])
  const [selected, setSelected] = useState<KeyPairInfo[]>([])
  const [dialog, setDialog] = useState<'create' | 'delete'>()
  const [fresh, setFresh] = useState<Fresh>()
  const chosen = selected[0]?.KeyName
  const close = () => setDialog(undefined)
  const changed = () => {
    close()
    setSelected([])
    list.reload()
  }

  return (
    <Page
      title={t('ec2.keyPairs')}
      description={t('keyPairs.about')}
      crumbs={[{ text: t('service.ec2'), to: '/ec2' }]}
      actions={
        <Button variant="primary" onClick={() => setDialog('create')}>
          {t('keyPairs.create')}
        </Button>
      }
    >
      {fresh && (
        <Alert type="success" dismissible dismissAriaLabel={t('shared.dismiss')} onDismiss={() => setFresh(undefined)}>
          {t('keyPairs.once', { name: fresh.name })}
          <Secret text={fresh.material} label={t('keyPairs.private')} />
        </Alert>
      )}
      <ResourceList
        title={t('ec2.keyPairs')}
        list={list}
        columns={columns()}
        id={(pair) => pair.KeyName ?? ''}
        selection={{ selected, onChange: setSelected, type: 'single' }}
        actions={
          <Button disabled={!chosen} onClick={() => setDialog('delete')}>
            {t('shared.delete')}
          </Button>
        }
      />
      {dialog === 'create' && <Create onClose={close} onMade={setFresh} onDone={changed} />}
      {dialog === 'delete' && chosen && <Delete name={chosen} onClose={close} onDone={changed} />}
    </Page>
  )
}

function columns(): Column<KeyPairInfo>[] {
  return [
    { id: 'name', header: t('shared.name'), cell: (pair) => pair.KeyName, text: (pair) => pair.KeyName },
    { id: 'type', header: t('shared.type'), cell: (pair) => pair.KeyType, text: (pair) => pair.KeyType },
    { id: 'id', header: t('ec2.id'), cell: (pair) => pair.KeyPairId, text: (pair) => pair.KeyPairId },
    {
      id: 'fingerprint',
      header: t('ec2.fingerprint'),
      cell: (pair) => pair.KeyFingerprint,
      text: (pair) => pair.KeyFingerprint,
    },
    {
      id: 'created',
      header: t('shared.created'),
      cell: (pair) => when(pair.CreateTime),
      text: (pair) => pair.CreateTime,
    },
  ]
}

interface DialogProps {
  onClose: () => void
  onDone: () => void
}

function Create({ onClose, onMade, onDone }: DialogProps & { onMade: (fresh: Fresh) => void }) {
  const [name, setName] = useState('')
  const act = useAct(async () => {
    const answer = await ec2.send(new CreateKeyPairCommand({ KeyName: name }))
    onMade({ name, material: answer.KeyMaterial ?? '' })
  })
  return (
    <Confirm
      title={t('keyPairs.create')}
      button={t('keyPairs.create')}
      act={act}
      incomplete={!name}
      onClose={onClose}
      onDone={onDone}
    >
      <FormField label={t('shared.name')} stretch>
        <Input value={name} onChange={({ detail }) => setName(detail.value)} />
      </FormField>
    </Confirm>
  )
}

function Delete({ name, onClose, onDone }: DialogProps & { name: string }) {
  const act = useAct(() => ec2.send(new DeleteKeyPairCommand({ KeyName: name })))
  return (
    <Confirm
      title={t('keyPairs.delete.title', { name })}
      button={t('shared.delete')}
      act={act}
      onClose={onClose}
      onDone={onDone}
    >
      {t('keyPairs.delete.text')}
    </Confirm>
  )
}
