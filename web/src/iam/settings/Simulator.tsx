import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import RadioGroup from '@cloudscape-design/components/radio-group'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Textarea from '@cloudscape-design/components/textarea'
import { useState } from 'react'
import { useAct } from '../../data/load'
import { useSession } from '../../data/session'
import { t } from '../../text/text'
import { ActFault } from '../../ui/ActFault'
import { Page } from '../../ui/Page'
import { Panel } from '../../ui/Panel'
import { ContextKeys } from './ContextKeys'
import { entriesOf, type TypedKey } from './contextKeys'
import { type Answer, askedKeys, type Question, simulate, type Source } from './simulation'
import { SimulatorResults } from './SimulatorResults'
import { TypedPolicies } from './TypedPolicies'

const factors = ['true', 'false', 'absent'] as const
type Factor = (typeof factors)[number]

const mfaKey = 'aws:MultiFactorAuthPresent'

/** Asks the policy simulator about anybody, or about policies that nobody has yet. */
export default function Simulator() {
  const session = useSession()
  const [whose, setWhose] = useState<'principal' | 'custom'>('principal')
  const [principal, setPrincipal] = useState(session.arn)
  const [texts, setTexts] = useState([''])
  const [actions, setActions] = useState('')
  const [resources, setResources] = useState('')
  const [mfa, setMfa] = useState<Factor>(session.mfa ? 'true' : 'false')
  const [keys, setKeys] = useState<TypedKey[]>([])
  const [answers, setAnswers] = useState<Answer[]>([])
  const act = useAct(async (question: Question) => {
    setAnswers([])
    setAnswers(await simulate(question))
  })
  const source: Source = whose === 'principal' ? { principal } : { documents: texts.filter((text) => text.trim()) }
  const complete = 'principal' in source ? source.principal !== '' : source.documents.length > 0
  const asked = lines(actions)

  return (
    <Page
      title={t('simulator.title')}
      description={t('simulator.about')}
      crumbs={[{ text: t('service.iam'), to: '/iam' }]}
    >
      <Panel title={t('simulator.question')}>
        <SpaceBetween size="m">
          <FormField label={t('simulator.whose')}>
            <RadioGroup
              value={whose}
              onChange={({ detail }) => setWhose(detail.value as typeof whose)}
              items={[
                { value: 'principal', label: t('simulator.whose.principal') },
                { value: 'custom', label: t('simulator.whose.custom') },
              ]}
            />
          </FormField>
          {whose === 'principal' ? (
            <FormField label={t('simulator.principal')} stretch>
              <Input value={principal} onChange={({ detail }) => setPrincipal(detail.value)} />
            </FormField>
          ) : (
            <TypedPolicies texts={texts} onChange={setTexts} />
          )}
          <FormField label={t('simulator.actions')} constraintText={t('simulator.actionsHint')} stretch>
            <Textarea value={actions} onChange={({ detail }) => setActions(detail.value)} />
          </FormField>
          <FormField label={t('simulator.resources')} constraintText={t('simulator.resourcesHint')} stretch>
            <Textarea value={resources} onChange={({ detail }) => setResources(detail.value)} />
          </FormField>
          <FormField label={t('simulator.mfa')}>
            <Select
              options={factors.map((value) => ({ value, label: t(`simulator.mfa.${value}`) }))}
              selectedOption={{ value: mfa, label: t(`simulator.mfa.${mfa}`) }}
              onChange={({ detail }) => setMfa(detail.selectedOption.value as Factor)}
            />
          </FormField>
          <ContextKeys keys={keys} onChange={setKeys} find={complete ? () => othersThanMfa(source) : undefined} />
          <Button
            variant="primary"
            loading={act.busy}
            disabled={!complete || asked.length === 0}
            onClick={() =>
              act.run({ source, actions: asked, resources: lines(resources), context: contextOf(mfa, keys) })
            }
          >
            {t('simulator.run')}
          </Button>
          <ActFault fault={act.fault} />
        </SpaceBetween>
      </Panel>
      <Panel title={t('simulator.results')}>
        <SimulatorResults answers={answers} />
      </Panel>
    </Page>
  )
}

const lines = (text: string) => [...new Set(text.split(/\s+/).filter((line) => line))]

const isMfa = (name: string) => name.toLowerCase() === mfaKey.toLowerCase()

/** MFA has a field of its own. */
const othersThanMfa = async (source: Source) => (await askedKeys(source)).filter((name) => !isMfa(name))

/** The context of the request. What is typed about MFA goes before what is chosen. */
function contextOf(mfa: Factor, keys: TypedKey[]) {
  const entries = entriesOf(keys)
  if (mfa === 'absent' || entries.some((entry) => isMfa(entry.ContextKeyName ?? ''))) return entries
  return [...entries, { ContextKeyName: mfaKey, ContextKeyType: 'boolean' as const, ContextKeyValues: [mfa] }]
}
