import AppLayoutToolbar from '@cloudscape-design/components/app-layout-toolbar'
import BreadcrumbGroup from '@cloudscape-design/components/breadcrumb-group'
import Flashbar from '@cloudscape-design/components/flashbar'
import SideNavigation from '@cloudscape-design/components/side-navigation'
import { type ReactNode, startTransition, useEffect, useMemo, useState } from 'react'
import { useHref, useLocation, useNavigate } from 'react-router'
import { t } from '../text/text'
import { currentLink, sections } from './navigation'
import { useNotices } from './notices'
import { usePasswordWarning } from './passwordExpires'
import { type Crumb, ShellContext } from './shell'
import { TopBar } from './TopBar'

/** The frame around every page: the bar, the navigation pane of the service, the path, and messages. */
export function Frame({ children }: { children: ReactNode }) {
  const { pathname } = useLocation()
  const [crumbs, setCrumbs] = useState<Crumb[]>([])
  const [notices, notify] = useNotices(pathname)
  usePasswordWarning(notify)
  const section = sections().find((each) => pathname === each.prefix || pathname.startsWith(`${each.prefix}/`))
  const pane = usePane()
  const shell = useMemo(() => ({ setCrumbs, notify }), [notify])

  return (
    <ShellContext.Provider value={shell}>
      <TopBar />
      <AppLayoutToolbar
        headerSelector="#top-bar"
        toolsHide
        navigationHide={!section}
        navigationOpen={pane.open}
        onNavigationChange={({ detail }) => pane.change(detail.open)}
        navigation={
          section && (
            <Navigation
              title={section.title}
              links={section.links}
              current={currentLink(section, pathname)}
              top={section.prefix}
            />
          )
        }
        breadcrumbs={crumbs.length > 1 ? <Path crumbs={crumbs} /> : undefined}
        notifications={<Flashbar items={notices} i18nStrings={{ ariaLabel: t('nav.notifications') }} />}
        content={children}
        ariaLabels={{
          navigation: t('nav.main'),
          navigationToggle: t('nav.open'),
          navigationClose: t('nav.close'),
          notifications: t('nav.notifications'),
        }}
      />
    </ShellContext.Provider>
  )
}

const narrow = matchMedia('(max-width: 688px)')

/** Whether the navigation pane is open: on a wide screen until its button closes it, on a narrow one, where it covers the page, only once it is asked for. */
function usePane() {
  const [open, setOpen] = useState({ wide: true, narrow: false })
  const [isNarrow, setNarrow] = useState(narrow.matches)

  useEffect(() => {
    // The layout closes a pane that finds no room on the page as it was last measured: it has to measure the wide page before the pane is back.
    const follow = () => startTransition(() => setNarrow(narrow.matches))
    narrow.addEventListener('change', follow)
    return () => narrow.removeEventListener('change', follow)
  }, [])

  const change = (wanted: boolean) =>
    setOpen((old) => (isNarrow || narrow.matches ? { ...old, narrow: wanted } : { ...old, wide: wanted }))
  return { open: isNarrow ? open.narrow : open.wide, change }
}

interface NavigationProps {
  title: string
  links: { text: string; to: string }[]
  current?: string
  top: string
}

function Navigation({ title, links, current, top }: NavigationProps) {
  const base = useHref('/').replace(/\/$/, '')
  const navigate = useNavigate()
  return (
    <SideNavigation
      header={{ text: title, href: base + top }}
      activeHref={current && base + current}
      items={links.map((link) => ({ type: 'link', text: link.text, href: base + link.to }))}
      onFollow={(event) => {
        event.preventDefault()
        navigate(event.detail.href.slice(base.length))
      }}
    />
  )
}

function Path({ crumbs }: { crumbs: Crumb[] }) {
  const base = useHref('/').replace(/\/$/, '')
  const navigate = useNavigate()
  return (
    <BreadcrumbGroup
      ariaLabel={t('nav.breadcrumbs')}
      expandAriaLabel={t('nav.showBreadcrumbs')}
      items={crumbs.map((crumb) => ({ text: crumb.text, href: base + crumb.to }))}
      onFollow={(event) => {
        event.preventDefault()
        navigate(event.detail.href.slice(base.length))
      }}
    />
  )
}
