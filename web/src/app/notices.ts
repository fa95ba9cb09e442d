import type { FlashbarProps } from '@cloudscape-design/components/flashbar'
import { useCallback, useEffect, useState } from 'react'
import { t } from '../text/text'
import type { Notice } from './shell'

/** A notice that is shown, and how often the page has changed below it. */
export type Shown = Notice & { id: string; turns: number }

/** The messages above the page, each until it is dismissed or has had its time, and a way to show another. */
export function useNotices(pathname: string): [FlashbarProps.MessageDefinition[], (notice: Notice) => void] {
  const [notices, setNotices] = useState<Shown[]>([])
  const notify = useCallback(
    (notice: Notice) => setNotices((old) => withNotice(old, { ...notice, id: crypto.randomUUID(), turns: 0 })),
    [],
  )
  useEffect(() => setNotices(afterTurn), [pathname])

  const items = notices.map(({ turns: _, ...notice }) => ({
    ...notice,
    dismissible: true,
    dismissLabel: t('shared.dismiss'),
    onDismiss: () => setNotices((old) => old.filter((each) => each.id !== notice.id)),
    ariaRole: notice.type === 'error' ? ('alert' as const) : ('status' as const),
  }))
  return [items, notify]
}

const most = 4

/** A new notice takes the place of reports that came along from the page before. */
export function withNotice(shown: Shown[], notice: Shown): Shown[] {
  return [...shown.filter((each) => each.action || each.turns === 0).slice(1 - most), notice]
}

/**
 * What is left of the notices when the page has changed. Many an act ends with a change of page, on which its report is to be read; at the next one the person
 * is about something else, and it goes. What offers a way to go on stays until it is dismissed.
 */
export function afterTurn(shown: Shown[]): Shown[] {
  return shown.filter((each) => each.action || each.turns === 0).map((each) => ({ ...each, turns: each.turns + 1 }))
}
