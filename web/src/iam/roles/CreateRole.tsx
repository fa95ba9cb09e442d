import Checkbox from '@cloudscape-design/components/checkbox'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import RadioGroup from '@cloudscape-design/components/radio-group'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useShell } from '../../app/shell'
import { useAct } from '../../data/load'
import { useSession } from '../../data/session'
import { t } from '../../text/text'
import { ActFault } from '../../ui/ActFault'
import { NewTags } from '../../ui/NewTags'
import { Page } from '../../ui/Page'
import { SubmitForm } from '../../ui/SubmitForm'
import { nameIsLegal } from '../paths'
import { boundaryIsComplete, NewBoundary } from '../policies/NewBoundary'
import { createRole, type RoleWish } from './creation'
import { rolePath } from './path'

/** Makes a role that users of an account or a service may take on. Its trust policy can be changed on its page. */
export default function CreateRole() {
  const session = useSession()
  const [wish, setWish] = useState<RoleWish>({
    name: '',
    description: '',
    trusted: 'account',
    account: session.account.id,
    mfa: true,
    service: '',
    tags: [],
  })
  const [tried, setTried] = useState(false)
  const navigate = useNavigate()
  const { notify } = useShell()
  const create = useAct(() => createRole(wish))
  const change = (part: Partial<RoleWish>) => setWish({ ...wish, ...part })
  const submit = async () => {
    setTried(true)
    if (!wishIsComplete(wish) || !(await create.run())) return
    notify({ type: 'success', content: t('roles.done', { name: wish.name }) })
    navigate(rolePath(wish.name))
  }
  return (
    <Page title={t('roles.create')} crumbs={roleCrumbs()}>
      <SubmitForm button={t('roles.create')} act={create} onSubmit={submit} back="/iam/roles">
        <Container>
          <SpaceBetween size="m">
            <Names wish={wish} tried={tried} onChange={change} />
            <Trusted wish={wish} tried={tried} onChange={change} />
          </SpaceBetween>
        </Container>
        <NewBoundary wish={wish.boundary} tried={tried} onChange={(boundary) => change({ boundary })} />
        <NewTags tags={wish.tags} onChange={(tags) => change({ tags })} />
        <ActFault fault={create.fault} />
      </SubmitForm>
    </Page>
  )
}

function wishIsComplete(wish: RoleWish): boolean {
  return !nameFault(wish) && !trustFault(wish) && boundaryIsComplete(wish.boundary)
}

function nameFault({ name }: RoleWish): string | undefined {
  if (!name) return t('shared.required')
  return nameIsLegal(name, 64) ? undefined : t('roles.nameWrong')
}

function trustFault({ trusted, account, service }: RoleWish): string | undefined {
  if (trusted === 'account') return /^\d{12}$/.test(account) ? undefined : t('roles.accountWrong')
  return service ? undefined : t('shared.required')
}

interface PartProps {
  wish: RoleWish
  tried: boolean
  onChange: (part: Partial<RoleWish>) => void
}

function Names({ wish, tried, onChange }: PartProps) {
  return (
    <>
      <FormField
        label={t('roles.name')}
        constraintText={t('roles.nameHint')}
        errorText={tried ? nameFault(wish) : undefined}
      >
        <Input
          value={wish.name}
          onChange={({ detail }) => onChange({ name: detail.value })}
          autoComplete={false}
          ariaRequired
        />
      </FormField>
      <FormField label={t('roles.description')}>
        <Input
          value={wish.description}
          onChange={({ detail }) => onChange({ description: detail.value })}
          autoComplete={false}
        />
      </FormField>
    </>
  )
}

function Trusted({ wish, tried, onChange }: PartProps) {
  const fault = tried ? trustFault(wish) : undefined
  return (
    <>
      <FormField label={t('roles.trusted')}>
        <RadioGroup
          value={wish.trusted}
          onChange={({ detail }) => onChange({ trusted: detail.value as RoleWish['trusted'] })}
          items={[
            { value: 'account', label: t('roles.account'), description: t('roles.accountHint') },
            { value: 'service', label: t('roles.service'), description: t('roles.serviceHint') },
          ]}
        />
      </FormField>
      {wish.trusted === 'account' && (
        <FormField label={t('roles.accountId')} constraintText={t('roles.accountIdHint')} errorText={fault}>
          <Input
            value={wish.account}
            inputMode="numeric"
            onChange={({ detail }) => onChange({ account: detail.value.trim() })}
          />
        </FormField>
      )}
      {wish.trusted === 'account' && (
        <Checkbox
          checked={wish.mfa}
          onChange={({ detail }) => onChange({ mfa: detail.checked })}
          description={t('roles.mfaHint')}
        >
          {t('roles.mfa')}
        </Checkbox>
      )}
      {wish.trusted === 'service' && (
        <FormField label={t('roles.serviceName')} constraintText={t('roles.serviceNameHint')} errorText={fault}>
          <Input
            value={wish.service}
            onChange={({ detail }) => onChange({ service: detail.value.trim() })}
            ariaRequired
          />
        </FormField>
      )}
    </>
  )
}

export function roleCrumbs() {
  return [
    { text: t('service.iam'), to: '/iam' },
    { text: t('roles.title'), to: '/iam/roles' },
  ]
}
