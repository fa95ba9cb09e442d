import Box from '@cloudscape-design/components/box'
import Cards from '@cloudscape-design/components/cards'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import { services } from '../app/services'
import { useSession } from '../data/session'
import { when } from '../text/format'
import { t } from '../text/text'
import { Breakable } from '../ui/Breakable'
import { Page } from '../ui/Page'
import { Panel } from '../ui/Panel'
import { RouteLink } from '../ui/RouteLink'

/** The first page after signing in: who one is, and what can be opened. It asks the server for nothing. */
export default function Home() {
  const session = useSession()
  return (
    <Page title={t('home.title')}>
      <Cards
        header={<Header>{t('home.services')}</Header>}
        items={services}
        trackBy="to"
        cardsPerRow={[{ cards: 1 }, { minWidth: 500, cards: 2 }, { minWidth: 900, cards: 3 }]}
        cardDefinition={{
          header: (service) => (
            <RouteLink to={service.to} fontSize="heading-m">
              {t(service.name)}
            </RouteLink>
          ),
          sections: [{ id: 'about', content: (service) => <Box color="text-body-secondary">{t(service.about)}</Box> }],
        }}
      />
      <Panel title={t('home.account')}>
        <KeyValuePairs
          columns={3}
          items={[
            { label: t('support.account'), value: session.account.id },
            { label: t('support.alias'), value: session.account.alias ?? t('support.none') },
            { label: t('home.signedInAs'), value: <Breakable text={session.arn} /> },
            { label: t('home.withMfa'), value: session.mfa ? t('home.yes') : t('home.no') },
            { label: t('home.until'), value: when(session.expires) },
          ]}
        />
      </Panel>
    </Page>
  )
}
