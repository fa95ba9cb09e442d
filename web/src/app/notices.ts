import type { FlashbarProps } from '@cloudscape-design/components/flashbar'
import { useCallback, useEffect, useState } from 'react'
import { t } from '../text/text'
import type { Notice } from './shell'

/** A notice that is shown, and the address that its act ended on, once that is known. */
export type Shown = Notice & { id: string; page?: string }

/** The messages above the page, each until it is dismissed or its page is left, and a way to show another. */
export function useNotices(pathname: string): [FlashbarProps.MessageDefinition[], (notice: Notice) => void] {
  const [notices, setNotices] = useState<Shown[]>([])
  const notify = useCallback((notice: Notice) => {
    const id = crypto.randomUUID()
    setNotices((old) => withNotice(old, { ...notice, id }))
    // Many an act tells what was done and then leads to another page, on which that is to be read.
    setTimeout(() => setNotices((old) => old.map((each) => (each.id === id ? { ...each, page: here() } : each))))
  }, [])
  useEffect(() => setNotices((old) => afterTurn(old, here())), [pathname])

  const items = notices.map(({ page: _, ...notice }) => ({
    ...notice,
    dismissible: true,
    dismissLabel: t('shared.dismiss'),
    onDismiss: () => setNotices((old) => old.filter((each) => each.id !== notice.id)),
    ariaRole: notice.type === 'error' ? ('alert' as const) : ('status' as const),
  }))
  return [items, notify]
}

/** The browser's address: it changes when a way is taken, and the page only when it has been loaded. */
const here = () => location.pathname

const most = 4

/** The notices with a new one: the latest are shown. */
export function withNotice(shown: Shown[], notice: Shown): Shown[] {
  return [...shown.slice(1 - most), notice]
}

/**
 * What is left of the notices when the page has changed to another: on it the person is about something else, and reports of before go. What offers a way to
 * go on stays until it is dismissed.
 */
export function afterTurn(shown: Shown[], page: string): Shown[] {
  return shown.filter((each) => each.action || !each.page || each.page === page)
}
