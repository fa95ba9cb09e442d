import type { Policy } from '@aws-sdk/client-iam'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { type Crumb, useShell } from '../../app/shell'
import { useAct } from '../../data/load'
import { plural, t } from '../../text/text'
import { ActFault } from '../../ui/ActFault'
import { DataTable } from '../../ui/DataTable'
import { Page } from '../../ui/Page'
import { RouteButton } from '../../ui/RouteButton'
import { policyColumns } from './columns'
import { usePolicies } from './list'

interface Props {
  title: string
  /** The name of the group or role. */
  owner: string
  back: string
  crumbs: Crumb[]
  attach: (arn: string) => Promise<unknown>
}

/** A page on which policies are checked and then attached, all by one button. What is checked stays so, whatever is searched for. */
export function AttachPage({ title, owner, back, crumbs, attach }: Props) {
  const list = usePolicies()
  const [selected, setSelected] = useState<Policy[]>([])
  const navigate = useNavigate()
  const { notify } = useShell()
  const act = useAct(async () => {
    for (const { Arn = '' } of selected) await attach(Arn)
  })
  const submit = async () => {
    if (!(await act.run())) return
    notify({ type: 'success', content: plural('group.attached', selected.length) })
    navigate(back)
  }
  return (
    <Page title={title} description={t('group.attach.about', { name: owner })} crumbs={crumbs}>
      <DataTable
        name="attach-policies"
        title={t('policies.title')}
        list={list}
        columns={policyColumns()}
        id={(policy) => policy.PolicyName ?? ''}
        selection={{ selected, onChange: setSelected }}
      />
      <ActFault fault={act.fault} />
      <Box float="right">
        <SpaceBetween size="xs" direction="horizontal">
          <RouteButton variant="link" to={back}>
            {t('shared.cancel')}
          </RouteButton>
          <Button variant="primary" disabled={selected.length === 0} loading={act.busy} onClick={submit}>
            {title}
          </Button>
        </SpaceBetween>
      </Box>
    </Page>
  )
}
