import { CreateRoleCommand } from '@aws-sdk/client-iam'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Checkbox from '@cloudscape-design/components/checkbox'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import RadioGroup from '@cloudscape-design/components/radio-group'
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
import { accountTrust, serviceTrust } from './trust'

/** Makes a role that users of an account or a service may take on. Its trust policy can be changed on its page. */
export default function CreateRole() {
  const session = useSession()
  const [name, setName] = useState('')
  const [description, setDescription] = useState('')
  const [kind, setKind] = useState<'account' | 'service'>('account')
  const [account, setAccount] = useState(session.account.id)
  const [service, setService] = useState('')
  const [mfa, setMfa] = useState(true)
  const [tried, setTried] = useState(false)
  const navigate = useNavigate()
  const { notify } = useShell()
  const nameFault = !name ? t('shared.required') : nameIsLegal(name, 64) ? undefined : t('roles.nameWrong')
  const accountFault = /^\d{12}$/.test(account) ? undefined : t('roles.accountWrong')
  const serviceFault = service ? undefined : t('shared.required')
  const trustFault = kind === 'account' ? accountFault : serviceFault
  const create = useAct(() =>
    iam.send(
      new CreateRoleCommand({
        RoleName: name,
        Description: description || undefined,
        AssumeRolePolicyDocument: kind === 'account' ? accountTrust(account, mfa) : serviceTrust(service),
      }),
    ),
  )
  const submit = async () => {
    setTried(true)
    if (nameFault || trustFault || !(await create.run())) return
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
          <FormField label={t('roles.trusted')}>
            <RadioGroup
              value={kind}
              onChange={({ detail }) => setKind(detail.value as typeof kind)}
              items={[
                { value: 'account', label: t('roles.account'), description: t('roles.accountHint') },
                { value: 'service', label: t('roles.service'), description: t('roles.serviceHint') },
              ]}
            />
          </FormField>
          {kind === 'account' && (
            <FormField
              label={t('roles.accountId')}
              constraintText={t('roles.accountIdHint')}
              errorText={tried ? accountFault : undefined}
            >
              <Input value={account} inputMode="numeric" onChange={({ detail }) => setAccount(detail.value.trim())} />
            </FormField>
          )}
          {kind === 'account' && (
            <Checkbox checked={mfa} onChange={({ detail }) => setMfa(detail.checked)} description={t('roles.mfaHint')}>
              {t('roles.mfa')}
            </Checkbox>
          )}
          {kind === 'service' && (
            <FormField
              label={t('roles.serviceName')}
              constraintText={t('roles.serviceNameHint')}
              errorText={tried ? serviceFault : undefined}
            >
              <Input value={service} onChange={({ detail }) => setService(detail.value.trim())} ariaRequired />
            </FormField>
          )}
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
