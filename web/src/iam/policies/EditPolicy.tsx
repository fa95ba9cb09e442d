import {
  CreatePolicyVersionCommand,
  DeletePolicyVersionCommand,
  GetPolicyCommand,
  paginateListPolicyVersions,
} from '@aws-sdk/client-iam'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Checkbox from '@cloudscape-design/components/checkbox'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { useShell } from '../../app/shell'
import { blocks } from '../../data/findings'
import { iam } from '../../data/iam'
import { all, useAct, useLoad } from '../../data/load'
import { t } from '../../text/text'
import { ActFault } from '../../ui/ActFault'
import { Page } from '../../ui/Page'
import { PanelBody } from '../../ui/Panel'
import { RouteButton } from '../../ui/RouteButton'
import { policyPath } from '../paths'
import { DocumentEditor } from './DocumentEditor'
import { policyCrumbs } from './EditStep'
import { useFindings } from './useFindings'
import { readVersion } from './version'
import { Summary } from './Summary'

/** Changes a policy by a new version, which begins with the default one's document. */
export default function EditPolicy() {
  const { arn = '' } = useParams()
  const name = arn.split('/').at(-1) ?? arn
  const document = useLoad(async () => {
    const { Policy } = await iam.send(new GetPolicyCommand({ PolicyArn: arn }))
    return readVersion(arn, Policy?.DefaultVersionId ?? 'v1')
  }, [arn])
  return (
    <Page
      title={t('policyPage.edit.title', { name })}
      crumbs={[...policyCrumbs(), { text: name, to: policyPath(arn) }]}
    >
      <PanelBody loading={document.loading} fault={document.fault} reload={document.reload}>
        {document.value !== undefined && <NewVersion arn={arn} name={name} before={document.value} />}
      </PanelBody>
    </Page>
  )
}

function NewVersion({ arn, name, before }: { arn: string; name: string; before: string }) {
  const [text, setText] = useState(before)
  const [inForce, setInForce] = useState(true)
  const findings = useFindings(text)
  const broken = findings.value?.some(blocks)
  const navigate = useNavigate()
  const { notify } = useShell()
  const save = useAct(async () => {
    const answer = await iam.send(
      new CreatePolicyVersionCommand({ PolicyArn: arn, PolicyDocument: text, SetAsDefault: inForce }),
    )
    notify({
      type: 'success',
      content: t('policyPage.edit.saved', { name, version: answer.PolicyVersion?.VersionId ?? '' }),
    })
    navigate(policyPath(arn))
  })
  return (
    <SpaceBetween size="l">
      <DocumentEditor text={text} onChange={setText} findings={findings} first="json" />
      {!broken && <Summary document={text} />}
      <Checkbox checked={inForce} onChange={({ detail }) => setInForce(detail.checked)}>
        {t('policyPage.edit.default')}
      </Checkbox>
      <ActFault fault={save.fault} />
      {save.fault?.code === 'LimitExceeded' && <MakeRoom arn={arn} onDone={save.run} />}
      <Box float="right">
        <SpaceBetween size="xs" direction="horizontal">
          <RouteButton variant="link" to={policyPath(arn)}>
            {t('shared.cancel')}
          </RouteButton>
          <Button variant="primary" onClick={save.run} loading={save.busy} disabled={broken}>
            {t('policyPage.edit.save')}
          </Button>
        </SpaceBetween>
      </Box>
    </SpaceBetween>
  )
}

/** The way on when a policy has as many versions as it may have: the oldest one goes. What was written stays. */
function MakeRoom({ arn, onDone }: { arn: string; onDone: () => void }) {
  const oldest = useLoad(async () => {
    const versions = await all(paginateListPolicyVersions({ client: iam }, { PolicyArn: arn }), (page) => page.Versions)
    return versions.filter((version) => !version.IsDefaultVersion).at(-1)?.VersionId
  }, [arn])
  const remove = useAct(() => iam.send(new DeletePolicyVersionCommand({ PolicyArn: arn, VersionId: oldest.value })))
  if (!oldest.value) return null
  return (
    <>
      <Button loading={remove.busy} onClick={async () => (await remove.run()) && onDone()}>
        {t('policyPage.edit.full', { version: oldest.value })}
      </Button>
      <ActFault fault={remove.fault} />
    </>
  )
}
