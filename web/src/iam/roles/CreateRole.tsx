import { CreateRoleCommand } from '@aws-sdk/client-iam'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Checkbox from '@cloudscape-design/components/checkbox'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useShell } from '../../app/shell'
import { iam } from '../../data/iam'
import { useAct } from '../../data/load'
import { useSession } from '../../data/session'
import { t } from '../../text/text'
import { ActFault } from '../../ui/ActFault'
import { Page } from '../../ui/Page'
import { RouteButton } from '../../ui/RouteButton'
import { nameIsLegal } from '../paths'
import { rolePath } from './path'
import { accountTrust } from './trust'

/** Makes a role that users of this account may take on. Its trust policy can be changed on its page. */
export default function CreateRole() {
  const { account } = useSession()
  const [name, setName] = useState('')
  const [description, setDescription] = useState('')
  const [mfa, setMfa] = useState(true)
  const [tried, setTried] = useState(false)
  const navigate = useNavigate()
  const { notify } = useShell()
  const nameFault = !name ? t('shared.required') : nameIsLegal(name, 64) ? undefined : t('roles.nameWrong')
  const create = useAct(() =>
    iam.send(
      new CreateRoleCommand({
        RoleName: name,
        Description: description || undefined,
        AssumeRolePolicyDocument: accountTrust(account.id, mfa),
      }),
    ),
  )
  const submit = async () => {
    setTried(true)
    if (nameFault || !(await create.run())) return
    notify({ type: 'success', content: t('roles.done', { name }) })
    navigate(rolePath(name))
  }
  return (
    <Page title={t('roles.create')} crumbs={roleCrumbs()}>
      <Container>
        <SpaceBetween size="m">
          <FormField
            label={t('roles.name')}
            constraintText={t('roles.nameHint')}
            errorText={tried ? nameFault : undefined}
          >
            <Input value={name} onChange={({ detail }) => setName(detail.value)} autoComplete={false} ariaRequired />
          </FormField>
          <FormField label={t('roles.description')}>
            <Input value={description} onChange={({ detail }) => setDescription(detail.value)} autoComplete={false} />
          </FormField>
          <FormField
            label={t('roles.trusted')}
            description={`${t('roles.account')} (${account.id}). ${t('roles.accountHint')}`}
          >
            <Checkbox checked={mfa} onChange={({ detail }) => setMfa(detail.checked)} description={t('roles.mfaHint')}>
              {t('roles.mfa')}
            </Checkbox>
          </FormField>
        </SpaceBetween>
      </Container>
      <ActFault fault={create.fault} />
      <Box float="right">
        <SpaceBetween size="xs" direction="horizontal">
          <RouteButton variant="link" to="/iam/roles">
            {t('shared.cancel')}
          </RouteButton>
          <Button variant="primary" onClick={submit} loading={create.busy}>
            {t('roles.create')}
          </Button>
        </SpaceBetween>
      </Box>
    </Page>
  )
}

export function roleCrumbs() {
  return [
    { text: t('service.iam'), to: '/iam' },
    { text: t('roles.title'), to: '/iam/roles' },
  ]
}
