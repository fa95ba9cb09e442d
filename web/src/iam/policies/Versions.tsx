import {
  DeletePolicyVersionCommand,
  paginateListPolicyVersions,
  type PolicyVersion,
  SetDefaultPolicyVersionCommand,
} from '@aws-sdk/client-iam'
import Badge from '@cloudscape-design/components/badge'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useShell } from '../../app/shell'
import { iam } from '../../data/iam'
import { all, useAct, useLoad } from '../../data/load'
import { when } from '../../text/format'
import { t } from '../../text/text'
import { ActFault } from '../../ui/ActFault'
import { Confirm } from '../../ui/Confirm'
import { Panel } from '../../ui/Panel'
import { Rows } from '../../ui/Rows'
import { Comparison } from './Comparison'

interface Props {
  arn: string
  /** The account may change it. */
  own: boolean
  onChange: () => void
}

/** The versions of a policy: which one is in force, what differs, and how to go back. */
export function Versions({ arn, own, onChange }: Props) {
  const versions = useLoad(
    () => all(paginateListPolicyVersions({ client: iam }, { PolicyArn: arn }), (page) => page.Versions),
    [arn],
  )
  const [compared, setCompared] = useState<string>()
  const [deleting, setDeleting] = useState<string>()
  const { notify } = useShell()
  const done = () => {
    setDeleting(undefined)
    setCompared(undefined)
    versions.reload()
    onChange()
  }
  const choose = useAct(async (VersionId: string) => {
    await iam.send(new SetDefaultPolicyVersionCommand({ PolicyArn: arn, VersionId }))
    notify({ type: 'success', content: t('policyPage.setDefault.done', { version: VersionId }) })
    done()
  })
  const remove = useAct(() => iam.send(new DeletePolicyVersionCommand({ PolicyArn: arn, VersionId: deleting })))
  const current = versions.value?.find((version) => version.IsDefaultVersion)?.VersionId
  const idOf = (version: PolicyVersion) => version.VersionId ?? ''
  return (
    <SpaceBetween size="l">
      <Panel
        title={t('policyPage.versions')}
        description={t('policyPage.versions.about')}
        loading={versions.loading && !versions.value}
        fault={versions.fault}
        reload={versions.reload}
      >
        <Rows
          label={t('policyPage.versions')}
          items={versions.value ?? []}
          id={idOf}
          empty={t('table.none')}
          columns={[
            {
              id: 'version',
              header: t('policyPage.version'),
              cell: (version) => (
                <SpaceBetween size="xs" direction="horizontal">
                  {idOf(version)}
                  {version.IsDefaultVersion && <Badge color="blue">{t('policyPage.default')}</Badge>}
                </SpaceBetween>
              ),
            },
            { id: 'created', header: t('shared.created'), cell: (version) => when(version.CreateDate) },
            {
              id: 'actions',
              header: t('shared.actions'),
              cell: (version) =>
                !version.IsDefaultVersion && (
                  <SpaceBetween size="xs" direction="horizontal">
                    <Button onClick={() => setCompared(idOf(version))}>
                      {t('policyPage.compare', { version: idOf(version) })}
                    </Button>
                    {own && (
                      <Button
                        onClick={() => choose.run(idOf(version))}
                        ariaLabel={`${t('policyPage.setDefault')} ${idOf(version)}`}
                      >
                        {t('policyPage.setDefault')}
                      </Button>
                    )}
                    {own && (
                      <Button
                        onClick={() => setDeleting(idOf(version))}
                        ariaLabel={`${t('policyPage.deleteVersion')} ${idOf(version)}`}
                      >
                        {t('policyPage.deleteVersion')}
                      </Button>
                    )}
                  </SpaceBetween>
                ),
            },
          ]}
        />
        <ActFault fault={choose.fault} />
      </Panel>
      {compared && current && <Comparison arn={arn} before={current} after={compared} />}
      {deleting && (
        <Confirm
          title={t('policyPage.deleteVersion.title', { version: deleting })}
          button={t('shared.delete')}
          act={remove}
          onClose={() => setDeleting(undefined)}
          onDone={done}
        >
          {t('policyPage.deleteVersion.text')}
        </Confirm>
      )}
    </SpaceBetween>
  )
}
