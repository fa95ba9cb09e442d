import { CreatePolicyCommand } from '@aws-sdk/client-iam'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Textarea from '@cloudscape-design/components/textarea'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useShell } from '../../app/shell'
import { iam } from '../../data/iam'
import { useAct } from '../../data/load'
import { t } from '../../text/text'
import { ActFault } from '../../ui/ActFault'
import { NewTags } from '../../ui/NewTags'
import { Page } from '../../ui/Page'
import { RouteButton } from '../../ui/RouteButton'
import { namedTags, type Tag } from '../../ui/TagsEditor'
import { nameIsLegal } from '../paths'
import { policyCrumbs } from './EditStep'
import { Summary } from './Summary'

const longestDescription = 1000

/** The second step: what the policy is called, what it grants and which tags it gets, then it is made. */
export function ReviewStep({ document, onBack }: { document: string; onBack: () => void }) {
  const [name, setName] = useState('')
  const [description, setDescription] = useState('')
  const [tags, setTags] = useState<Tag[]>([])
  const [tried, setTried] = useState(false)
  const navigate = useNavigate()
  const { notify } = useShell()
  const nameFault = !name ? t('shared.required') : nameIsLegal(name, 128) ? undefined : t('policy.name.wrong')
  const descriptionFault = description.length > longestDescription ? t('policy.description.long') : undefined
  const create = useAct(() =>
    iam.send(
      new CreatePolicyCommand({
        PolicyName: name,
        Description: description || undefined,
        PolicyDocument: document,
        Tags: namedTags(tags),
      }),
    ),
  )
  const submit = async () => {
    setTried(true)
    if (nameFault || descriptionFault || !(await create.run())) return
    notify({ type: 'success', content: t('policies.created', { name }) })
    navigate('/iam/policies')
  }
  return (
    <Page title={t('policy.review')} description={t('policy.review.about')} crumbs={policyCrumbs()}>
      <Container>
        <SpaceBetween size="m">
          <FormField
            label={t('policy.name')}
            constraintText={t('policy.name.hint')}
            errorText={tried ? nameFault : undefined}
          >
            <Input value={name} onChange={({ detail }) => setName(detail.value)} autoComplete={false} ariaRequired />
          </FormField>
          <FormField
            label={t('policy.description')}
            constraintText={t('policy.description.hint')}
            errorText={descriptionFault}
          >
            <Textarea value={description} onChange={({ detail }) => setDescription(detail.value)} rows={2} />
          </FormField>
        </SpaceBetween>
      </Container>
      <Summary document={document} />
      <NewTags tags={tags} onChange={setTags} />
      <ActFault fault={create.fault} />
      <Box float="right">
        <SpaceBetween size="xs" direction="horizontal">
          <RouteButton variant="link" to="/iam/policies">
            {t('shared.cancel')}
          </RouteButton>
          <Button onClick={onBack}>{t('policy.previous')}</Button>
          <Button variant="primary" onClick={submit} loading={create.busy}>
            {t('policies.create')}
          </Button>
        </SpaceBetween>
      </Box>
    </Page>
  )
}
