import { GenerateServiceLastAccessedDetailsCommand } from '@aws-sdk/client-iam'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { iam } from '../../data/iam'
import { useLoad } from '../../data/load'
import { t } from '../../text/text'
import { Panel } from '../../ui/Panel'
import { RouteLink } from '../../ui/RouteLink'

/** Where AWS shows when each service was last accessed. The server is asked; as it keeps no such summary, the panel says where the calls are listed. */
export function AccessAdvisor({ arn }: { arn?: string }) {
  const asked = useLoad(async () => arn && iam.send(new GenerateServiceLastAccessedDetailsCommand({ Arn: arn })), [arn])
  return (
    <Panel title={t('user.advisor')} loading={asked.loading} fault={asked.fault?.denied ? asked.fault : undefined}>
      <SpaceBetween size="s">
        <span>{t('user.advisor.none')}</span>
        <RouteLink to="/events">{t('user.advisor.events')}</RouteLink>
      </SpaceBetween>
    </Panel>
  )
}
