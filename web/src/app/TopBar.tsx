import TopNavigation, { type TopNavigationProps } from '@cloudscape-design/components/top-navigation'
import { useEffect, useReducer } from 'react'
import { useHref, useNavigate } from 'react-router'
import { useSession } from '../data/session'
import { type Language, languages, offered } from '../text/languages'
import { t } from '../text/text'
import {
  type Brightness,
  brightness,
  brightnessApplied,
  chooseBrightness,
  chooseLanguage,
  chosenLanguage,
} from './preferences'
import { services } from './services'
import { signOut, switchBack } from './signOut'

const brightnesses: { id: Brightness; text: 'nav.system' | 'nav.light' | 'nav.dark' }[] = [
  { id: 'system', text: 'nav.system' },
  { id: 'light', text: 'nav.light' },
  { id: 'dark', text: 'nav.dark' },
]

/** The bar at the top of every page: services, support, settings, and the account of the person who is signed in. */
export function TopBar() {
  useBrightness()
  const navigate = useNavigate()
  const root = useHref('/')
  const link = (text: string, to: string) => ({ id: to, text, href: root.replace(/\/$/, '') + to })
  const follow: TopNavigationProps.MenuDropdownUtility['onItemFollow'] = (event) => {
    event.preventDefault()
    navigate(event.detail.id)
  }
  return (
    <div id="top-bar">
      <TopNavigation
        identity={{
          title: t('app.name'),
          href: root,
          onFollow: (event) => {
            event.preventDefault()
            navigate('/')
          },
        }}
        i18nStrings={{ overflowMenuTriggerText: t('nav.more'), overflowMenuTitleText: t('nav.more') }}
        utilities={[
          {
            type: 'menu-dropdown',
            text: t('nav.services'),
            items: services.map((service) => link(t(service.name), service.to)),
            onItemFollow: follow,
          },
          {
            type: 'menu-dropdown',
            text: t('nav.support'),
            items: [link(t('nav.supportCenter'), '/support')],
            onItemFollow: follow,
          },
          {
            type: 'menu-dropdown',
            iconName: 'settings',
            ariaLabel: t('nav.settings'),
            title: t('nav.settings'),
            items: [
              { id: 'modes', text: t('nav.mode'), items: modes() },
              { id: 'languages', text: t('nav.language'), items: tongues() },
            ],
            onItemClick: ({ detail: { id } }) => {
              if (isBrightness(id)) chooseBrightness(id)
              else chooseLanguage(id as Language | 'browser')
            },
          },
          useAccountMenu(follow),
        ]}
      />
    </div>
  )
}

/** Draws the bar anew when another mode has been chosen, so that the menu says which. */
function useBrightness() {
  const [, draw] = useReducer((times: number) => times + 1, 0)
  useEffect(() => {
    window.addEventListener(brightnessApplied, draw)
    return () => window.removeEventListener(brightnessApplied, draw)
  }, [])
}

/** One of several that exclude each other. */
const choice = (id: string, text: string, chosen: boolean) => ({
  id,
  text,
  itemType: 'checkbox' as const,
  checked: chosen,
})

const modes = () => brightnesses.map(({ id, text }) => choice(id, t(text), brightness() === id))

const isBrightness = (id: string): id is Brightness => brightnesses.some((each) => each.id === id)

function tongues() {
  const chosen = chosenLanguage()
  return [
    choice('browser', t('nav.browserLanguage'), chosen === 'browser'),
    ...offered.map((each) => choice(each, languages[each].name ?? each, chosen === each)),
  ]
}

function useAccountMenu(
  follow: TopNavigationProps.MenuDropdownUtility['onItemFollow'],
): TopNavigationProps.MenuDropdownUtility {
  const session = useSession()
  const credentials = useHref('/security-credentials')
  const by = `${session.name} @ ${session.account.alias ?? dashed(session.account.id)}`
  const canSwitch = session.kind !== 'root' && !session.federated
  return {
    type: 'menu-dropdown',
    text: session.role?.displayName ?? by,
    description: [session.role && by, t('nav.accountId', { id: dashed(session.account.id) })]
      .filter(Boolean)
      .join(', '),
    ...(session.role?.color ? { iconSvg: <Dot color={session.role.color} /> } : { iconName: 'user-profile' as const }),
    items: [
      { id: '/security-credentials', text: t('nav.myCredentials'), href: credentials },
      { id: 'sessions', text: t('nav.sessions'), href: '/sessions' },
      ...(canSwitch ? [{ id: 'switch', text: t('nav.switchRole'), href: '/switchrole' }] : []),
      ...(session.role ? [{ id: 'back', text: t('nav.switchBack') }] : []),
      { id: 'signout', text: t('nav.signOut') },
    ],
    onItemClick: ({ detail }) => {
      if (detail.id === 'signout') signOut()
      if (detail.id === 'back') switchBack()
    },
    onItemFollow: (event) => event.detail.id.startsWith('/') && follow?.(event),
  }
}

/** The colours that a role can be given, as they stand out from the bar. */
const colors: Record<string, string> = {
  red: '#f2b0a9',
  orange: '#fbbf93',
  yellow: '#fad791',
  green: '#b7ca9d',
  blue: '#99bce3',
}

/** The colour that a person gave the role. */
function Dot({ color }: { color: string }) {
  return (
    <svg viewBox="0 0 16 16" focusable="false" aria-hidden="true">
      <circle cx="8" cy="8" r="7" fill={colors[color] ?? 'currentColor'} stroke="none" />
    </svg>
  )
}

function dashed(accountId: string): string {
  return accountId.replace(/^(\d{4})(\d{4})(\d{4})$/, '$1-$2-$3')
}
