import ContentLayout from '@cloudscape-design/components/content-layout'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { type ReactNode, useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import { type Crumb, useShell } from '../app/shell'
import { t } from '../text/text'

interface Props {
  title: string
  description?: ReactNode
  actions?: ReactNode
  /** The pages above this one, from the top. */
  crumbs?: Crumb[]
  children: ReactNode
}

/** Whether no page has been drawn since the console was opened. What the console opens with leaves the focus to the browser. */
let first = true

/**
 * One page: its heading, its title in the browser's tab, its path, and its content below each other. When a person comes to it from another page,
 * the heading takes the focus, so that a screen reader starts there. It takes it once, and never from anything that has it.
 */
export function Page({ title, description, actions, crumbs = [], children }: Props) {
  const root = useRef<HTMLDivElement>(null)
  const { setCrumbs } = useShell()
  const opened = useLocation().key === 'default'
  const path = crumbs.map((crumb) => `${crumb.to} ${crumb.text}`).join()

  useEffect(() => {
    document.title = t('app.title', { page: title })
    setCrumbs([...crumbs, { text: title, to: '' }])
  }, [title, path])

  useEffect(() => {
    const leave = (first && opened) || document.activeElement !== document.body
    first = false
    if (leave) return
    const heading = root.current?.querySelector('h1')
    heading?.setAttribute('tabindex', '-1')
    heading?.focus()
  }, [])

  return (
    <div ref={root}>
      <ContentLayout
        header={
          <Header variant="h1" description={description} actions={actions}>
            {title}
          </Header>
        }
      >
        <SpaceBetween size="l">{children}</SpaceBetween>
      </ContentLayout>
    </div>
  )
}
