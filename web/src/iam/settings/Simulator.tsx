import { type EvaluationResult, paginateSimulatePrincipalPolicy } from '@aws-sdk/client-iam'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import Textarea from '@cloudscape-design/components/textarea'
import { useState } from 'react'
import { iam } from '../../data/iam'
import { all, useAct } from '../../data/load'
import { useSession } from '../../data/session'
import { t } from '../../text/text'
import { ActFault } from '../../ui/ActFault'
import { Page } from '../../ui/Page'
import { Panel } from '../../ui/Panel'
import { Rows } from '../../ui/Rows'

const factors = ['true', 'false', 'absent'] as const
type Factor = (typeof factors)[number]

interface Question {
  principal: string
  actions: string[]
  resources: string[]
  mfa: Factor
}

/** Asks the policy simulator about anybody. */
export default function Simulator() {
  const session = useSession()
  const [principal, setPrincipal] = useState(session.arn)
  const [actions, setActions] = useState('')
  const [resources, setResources] = useState('')
  const [mfa, setMfa] = useState<Factor>(session.mfa ? 'true' : 'false')
  const [results, setResults] = useState<EvaluationResult[]>([])
  const act = useAct(async (question: Question) => setResults(await simulate(question)))
  const asked = lines(actions)

  return (
    <Page
      title={t('simulator.title')}
      description={t('simulator.about')}
      crumbs={[{ text: t('service.iam'), to: '/iam' }]}
    >
      <Panel title={t('simulator.question')}>
        <SpaceBetween size="m">
          <FormField label={t('simulator.principal')} stretch>
            <Input value={principal} onChange={({ detail }) => setPrincipal(detail.value)} />
          </FormField>
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
          <Button
            variant="primary"
            loading={act.busy}
            disabled={!principal || asked.length === 0}
            onClick={() => act.run({ principal, actions: asked, resources: lines(resources), mfa })}
          >
            {t('simulator.run')}
          </Button>
          <ActFault fault={act.fault} />
        </SpaceBetween>
      </Panel>
      <Panel title={t('simulator.results')}>
        <Results results={act.fault ? [] : results} />
      </Panel>
    </Page>
  )
}

const lines = (text: string) => text.split(/\s+/).filter((line) => line)

function simulate({ principal, actions, resources, mfa }: Question): Promise<EvaluationResult[]> {
  const input = {
    PolicySourceArn: principal,
    ActionNames: actions,
    ResourceArns: resources.length > 0 ? resources : undefined,
    ContextEntries:
      mfa === 'absent'
        ? undefined
        : [
            {
              ContextKeyName: 'aws:MultiFactorAuthPresent',
              ContextKeyType: 'boolean' as const,
              ContextKeyValues: [mfa],
            },
          ],
  }
  return all(paginateSimulatePrincipalPolicy({ client: iam }, input), (page) => page.EvaluationResults)
}

function Results({ results }: { results: EvaluationResult[] }) {
  return (
    <Rows
      label={t('simulator.results')}
      items={results}
      id={(result) => `${result.EvalActionName} ${result.EvalResourceName}`}
      empty={t('simulator.none')}
      columns={[
        { id: 'action', header: t('simulator.action'), cell: (result) => result.EvalActionName },
        { id: 'resource', header: t('simulator.resource'), cell: (result) => result.EvalResourceName },
        { id: 'decision', header: t('simulator.decision'), cell: (result) => <Decision result={result} /> },
        { id: 'statements', header: t('simulator.statements'), cell: statements },
      ]}
    />
  )
}

function Decision({ result }: { result: EvaluationResult }) {
  const decision = result.EvalDecision ?? 'implicitDeny'
  return (
    <StatusIndicator type={decision === 'allowed' ? 'success' : 'error'}>{t(`simulator.${decision}`)}</StatusIndicator>
  )
}

function statements(result: EvaluationResult): string {
  const found = (result.MatchedStatements ?? []).map((statement) =>
    t('why.statement', { policy: statement.SourcePolicyId ?? '', line: statement.StartPosition?.Line ?? 1 }),
  )
  return found.join('; ') || '-'
}
