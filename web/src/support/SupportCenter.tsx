import Box from '@cloudscape-design/components/box'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import { useSession } from '../data/session'
import { t } from '../text/text'
import { Copy } from '../ui/Copy'
import { Page } from '../ui/Page'
import { Panel } from '../ui/Panel'

/** Where a person finds the number of the account, which policies are written with. */
export default function SupportCenter() {
  const { account } = useSession()
  return (
    <Page title={t('support.title')}>
      <Panel title={t('support.about')}>
        <KeyValuePairs
          columns={2}
          items={[
            { label: t('support.account'), value: <Copy text={account.id} /> },
            { label: t('support.alias'), value: account.alias ?? t('support.none') },
          ]}
        />
      </Panel>
      <Panel title={t('support.help')}>
        <Box variant="p">{t('support.helpText')}</Box>
      </Panel>
    </Page>
  )
}
