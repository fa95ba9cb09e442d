import {
  CreateServiceSpecificCredentialCommand,
  DeleteServiceSpecificCredentialCommand,
  ListServiceSpecificCredentialsCommand,
  ResetServiceSpecificCredentialCommand,
  type ServiceSpecificCredential,
  UpdateServiceSpecificCredentialCommand,
} from '@aws-sdk/client-iam'
import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import Select from '@cloudscape-design/components/select'
import { useState } from 'react'
import { iam } from '../../data/iam'
import { type Act, useAct, useLoad } from '../../data/load'
import { when } from '../../text/format'
import { t } from '../../text/text'
import { ActFault } from '../../ui/ActFault'
import { Confirm } from '../../ui/Confirm'
import { Copy } from '../../ui/Copy'
import { CredentialTable } from '../../ui/CredentialTable'
import { Secret } from '../../ui/Secret'
import { Shown } from '../../ui/Shown'

/** The services that take a user name and a password of their own. */
const services = ['codecommit.amazonaws.com', 'cassandra.amazonaws.com'].map((value) => ({ value, label: value }))

/** The credentials of a user for services that cannot check signatures. */
export function ServiceCredentials({ user }: { user: string }) {
  const list = useLoad(async () => {
    const answer = await iam.send(new ListServiceSpecificCredentialsCommand({ UserName: user }))
    return answer.ServiceSpecificCredentials ?? []
  }, [user])
  const [generating, setGenerating] = useState(false)
  const [service, setService] = useState(services[0]!)
  const [made, setMade] = useState<ServiceSpecificCredential>()
  const generate = useAct(async () => {
    const answer = await iam.send(
      new CreateServiceSpecificCredentialCommand({ UserName: user, ServiceName: service.value }),
    )
    setMade(answer.ServiceSpecificCredential)
  })
  const reset = useAct(async (ServiceSpecificCredentialId: string | undefined) => {
    const answer = await iam.send(
      new ResetServiceSpecificCredentialCommand({ UserName: user, ServiceSpecificCredentialId }),
    )
    setMade(answer.ServiceSpecificCredential)
  })
  const done = () => {
    setMade(undefined)
    list.reload()
  }
  return (
    <>
      <CredentialTable
        title={t('service.panel')}
        description={t('service.panel.about')}
        empty={t('service.panel.none')}
        list={list}
        id={(each) => each.ServiceUserName ?? ''}
        active={(each) => each.Status === 'Active'}
        columns={[
          { id: 'user', header: t('service.user'), cell: (each) => each.ServiceUserName },
          { id: 'service', header: t('service.for'), cell: (each) => each.ServiceName },
          { id: 'created', header: t('shared.created'), cell: (each) => when(each.CreateDate) },
        ]}
        setActive={({ ServiceSpecificCredentialId }, active) =>
          iam.send(
            new UpdateServiceSpecificCredentialCommand({
              UserName: user,
              ServiceSpecificCredentialId,
              Status: active ? 'Active' : 'Inactive',
            }),
          )
        }
        remove={({ ServiceSpecificCredentialId }) =>
          iam.send(new DeleteServiceSpecificCredentialCommand({ UserName: user, ServiceSpecificCredentialId }))
        }
        extras={[
          { id: 'reset', text: t('service.reset'), run: (each) => void reset.run(each.ServiceSpecificCredentialId) },
        ]}
        actions={<Button onClick={() => setGenerating(true)}>{t('service.generate')}</Button>}
      />
      <ActFault fault={reset.fault} />
      {generating && (
        <Generate act={generate} service={service} onService={setService} onClose={() => setGenerating(false)} />
      )}
      {made && <Made credential={made} onClose={done} />}
    </>
  )
}

type Choice = (typeof services)[number]

interface GenerateProps {
  act: Act<[]>
  service: Choice
  onService: (service: Choice) => void
  onClose: () => void
}

function Generate({ act, service, onService, onClose }: GenerateProps) {
  return (
    <Confirm title={t('service.generate')} button={t('service.generate')} act={act} onClose={onClose} onDone={onClose}>
      <FormField label={t('service.for')}>
        <Select
          selectedOption={service}
          options={services}
          onChange={({ detail }) =>
            onService(services.find((each) => each.value === detail.selectedOption.value) ?? service)
          }
        />
      </FormField>
    </Confirm>
  )
}

function Made({ credential, onClose }: { credential: ServiceSpecificCredential; onClose: () => void }) {
  return (
    <Shown title={t('service.generated')} onClose={onClose}>
      <Alert type="warning">{t('service.once')}</Alert>
      <KeyValuePairs
        items={[
          { label: t('service.user'), value: <Copy text={credential.ServiceUserName ?? ''} /> },
          {
            label: t('service.password'),
            value: <Secret text={credential.ServicePassword ?? ''} label={t('service.password')} />,
          },
        ]}
      />
    </Shown>
  )
}
