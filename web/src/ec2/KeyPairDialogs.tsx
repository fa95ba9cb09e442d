import {
  CreateKeyPairCommand,
  DeleteKeyPairCommand,
  ImportKeyPairCommand,
  type KeyPairInfo,
  type KeyType,
} from '@aws-sdk/client-ec2'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import RadioGroup from '@cloudscape-design/components/radio-group'
import Textarea from '@cloudscape-design/components/textarea'
import { useState } from 'react'
import { ec2 } from '../data/ec2'
import { useAct } from '../data/load'
import { t } from '../text/text'
import { Confirm } from '../ui/Confirm'
import type { Tag } from '../ui/TagsEditor'
import type { Action, DialogProps } from './Actions'
import type { FreshKey } from './PrivateKey'
import { Question } from './Question'
import { TagsField } from './TagsField'
import { tagged } from './tags'

/** What can be done to a key pair. */
export function keyPairActions(): Action<KeyPairInfo>[] {
  return [
    {
      text: t('shared.delete'),
      ends: true,
      dialog: (pair, frame) => (
        <Question
          title={t('keyPairs.delete.title', { name: pair.KeyName ?? '' })}
          text={t('keyPairs.delete.text')}
          run={() => ec2.send(new DeleteKeyPairCommand({ KeyName: pair.KeyName }))}
          {...frame}
        />
      ),
    },
  ]
}

/** The dialog in which the server makes a key pair. The private key goes to onMade and nowhere else. */
export function CreateKeyPair({ onMade, ...frame }: DialogProps & { onMade: (fresh: FreshKey) => void }) {
  const [name, setName] = useState('')
  const [type, setType] = useState<KeyType>('rsa')
  const [tags, setTags] = useState<Tag[]>([])
  const act = useAct(async () => {
    const answer = await ec2.send(
      new CreateKeyPairCommand({ KeyName: name, KeyType: type, TagSpecifications: tagged('key-pair', tags) }),
    )
    onMade({ name, material: answer.KeyMaterial ?? '' })
  })
  return (
    <Confirm title={t('keyPairs.create')} button={t('keyPairs.create')} act={act} incomplete={!name} {...frame}>
      <NameField name={name} onChange={setName} />
      <FormField label={t('keyPairs.type')}>
        <RadioGroup
          value={type}
          items={[
            { value: 'rsa', label: 'RSA' },
            { value: 'ed25519', label: 'ED25519' },
          ]}
          onChange={({ detail }) => setType(detail.value as KeyType)}
        />
      </FormField>
      <TagsField tags={tags} onChange={setTags} />
    </Confirm>
  )
}

/** The dialog that takes the public key of a pair that a person has made. */
export function ImportKeyPair(frame: DialogProps) {
  const [name, setName] = useState('')
  const [key, setKey] = useState('')
  const [tags, setTags] = useState<Tag[]>([])
  const act = useAct(() =>
    ec2.send(
      new ImportKeyPairCommand({
        KeyName: name,
        PublicKeyMaterial: new TextEncoder().encode(key.trim()),
        TagSpecifications: tagged('key-pair', tags),
      }),
    ),
  )
  return (
    <Confirm
      title={t('keyPairs.import')}
      button={t('keyPairs.import')}
      act={act}
      incomplete={!name || !key.trim()}
      {...frame}
    >
      <NameField name={name} onChange={setName} />
      <FormField label={t('keyPairs.public')} description={t('keyPairs.public.hint')} stretch>
        <Textarea value={key} rows={5} spellcheck={false} onChange={({ detail }) => setKey(detail.value)} />
      </FormField>
      <TagsField tags={tags} onChange={setTags} />
    </Confirm>
  )
}

function NameField({ name, onChange }: { name: string; onChange: (name: string) => void }) {
  return (
    <FormField label={t('shared.name')} stretch>
      <Input value={name} onChange={({ detail }) => onChange(detail.value)} />
    </FormField>
  )
}
