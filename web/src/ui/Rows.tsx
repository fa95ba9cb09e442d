import Box from '@cloudscape-design/components/box'
import Table from '@cloudscape-design/components/table'
import type { ReactNode } from 'react'
import { t } from '../text/text'

interface Props<T> {
  label: string
  items: T[]
  id: (item: T) => string
  columns: { id: string; header: string; cell: (item: T) => ReactNode }[]
  empty: string
}

/** A short table inside of a panel: a handful of rows, without search. */
export function Rows<T>({ label, items, id, columns, empty }: Props<T>) {
  return (
    <Table
      variant="embedded"
      items={items}
      trackBy={id}
      columnDefinitions={columns}
      empty={<Box textAlign="center">{empty}</Box>}
      ariaLabels={{ tableLabel: label, selectionGroupLabel: t('table.selection', { what: label }) }}
    />
  )
}
