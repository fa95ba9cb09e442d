import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Header from '@cloudscape-design/components/header'
import Pagination from '@cloudscape-design/components/pagination'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import Table, { type TableProps } from '@cloudscape-design/components/table'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import type { LoadedList } from '../data/load'
import { sift, sort, type SortKey } from '../data/rows'
import type { Steps } from '../data/steps'
import { figure, when } from '../text/format'
import { locale, t } from '../text/text'
import { Buttons } from './Buttons'
import { FaultNote } from './FaultNote'
import { displayOf, TablePreferences } from './TablePreferences'
import { TableSearch } from './TableSearch'
import { usePreferences } from './usePreferences'
import { useRows } from './useRows'

export interface Column<T extends object> {
  id: string
  header: string
  cell: (item: T) => ReactNode
  /** What the search looks at and the column is sorted by. Without it, neither. */
  text?: (item: T) => SortKey
  /** Not shown until a person chooses it. */
  hidden?: boolean
}

interface Props<T extends object> {
  /** The heading, and what "Search ..." names. */
  title: string
  description?: ReactNode
  /** Under which the browser keeps which columns and how many rows a person chose. */
  name: string
  list: LoadedList<T>
  columns: Column<T>[]
  id: (item: T) => string
  actions?: ReactNode
  /** h1 on a page that is nothing but the table. */
  heading?: 'h1' | 'h2'
  embedded?: boolean
  /** Rows can be checked. What is checked stays so, whatever is searched for. */
  selection?: { selected: T[]; onChange: (selected: T[]) => void; type?: 'single' | 'multi' }
  denied?: string
  empty?: ReactNode
}

/**
 * A list with search, pages, sorting and a choice of columns. It can be used while its pages still come, and shows its own denial. A hundred thousand rows
 * are searched and sorted in steps, between which the page answers.
 */
export function DataTable<T extends object>(props: Props<T>) {
  const { title, list, columns, id, selection } = props
  const table = useRef<TableProps.Ref>(null)
  const [preferences, setPreferences] = usePreferences(columns, props.name)
  const [wanted, setWanted] = useState('')
  const [clearings, setClearings] = useState(0)
  const [sorting, setSorting] = useState<Sorting>()
  const [page, setPage] = useState(1)
  const language = locale()
  const searchable = useSearchable(columns, language)
  const { rows, done } = useRows(
    () => arrange(list.value, wanted, searchable, columns, sorting),
    [list.value, wanted, sorting, language],
  )
  const pages = Math.max(1, Math.ceil(rows.length / preferences.pageSize))
  const current = Math.min(page, pages)
  const items = rows.slice((current - 1) * preferences.pageSize, current * preferences.pageSize)

  /** What changes which rows are seen shows the first of them. */
  const turnTo = (page: number) => {
    setPage(page)
    table.current?.scrollToTop()
  }
  const search = (text: string) => {
    setWanted(text)
    turnTo(1)
  }

  if (list.fault) return <FaultNote fault={list.fault} denied={props.denied} reload={list.reload} />
  return (
    <Table
      ref={table}
      variant={props.embedded ? 'embedded' : 'container'}
      items={items}
      trackBy={id}
      firstIndex={(current - 1) * preferences.pageSize + 1}
      totalItemsCount={rows.length}
      columnDefinitions={columns.map(definition)}
      columnDisplay={displayOf(columns, preferences)}
      sortingColumn={sorting && { sortingField: sorting.column }}
      sortingDescending={sorting?.descending}
      onSortingChange={({ detail }) => {
        setSorting({ column: detail.sortingColumn.sortingField ?? '', descending: detail.isDescending ?? false })
        turnTo(1)
      }}
      loading={list.loading && list.value.length === 0}
      loadingText={t('shared.loading')}
      selectionType={selection && (selection.type ?? 'multi')}
      selectedItems={selection?.selected}
      onSelectionChange={({ detail }) =>
        selection?.onChange(keep(selection.selected, items, detail.selectedItems, id, selection.type))
      }
      ariaLabels={{
        selectionGroupLabel: t('table.selection', { what: title }),
        allItemsSelectionLabel: () => t('table.selectAll'),
        itemSelectionLabel: (_, item) => t('table.select', { name: id(item) }),
        tableLabel: title,
      }}
      header={<TableHeader {...props} />}
      filter={
        <TableSearch
          key={clearings}
          title={title}
          first={wanted}
          matches={done ? rows.length : undefined}
          onSearch={search}
        />
      }
      empty={
        <Box textAlign="center">
          {wanted && list.value.length > 0 ? (
            <SpaceBetween size="xs">
              {t('table.noMatch')}
              <Button
                formAction="none"
                onClick={() => {
                  setClearings(clearings + 1)
                  search('')
                }}
              >
                {t('table.clear')}
              </Button>
            </SpaceBetween>
          ) : (
            (props.empty ?? t('table.none'))
          )}
        </Box>
      }
      pagination={
        <Pagination
          currentPageIndex={current}
          pagesCount={pages}
          onChange={({ detail }) => turnTo(detail.currentPageIndex)}
          ariaLabels={{
            nextPageLabel: t('table.nextPage'),
            previousPageLabel: t('table.previousPage'),
            pageLabel: (page) => t('table.page', { page }),
          }}
        />
      }
      preferences={<TablePreferences columns={columns} chosen={preferences} onChoose={setPreferences} />}
    />
  )
}

interface Sorting {
  /** The id of the column. */
  column: string
  descending: boolean
}

/** What is shown of a list: what is searched for, in the order that was chosen. */
function* arrange<T extends object>(
  list: T[],
  wanted: string,
  searchable: (item: T) => string,
  columns: Column<T>[],
  sorting?: Sorting,
): Steps<T[]> {
  const text = wanted.toLocaleLowerCase()
  const found = text ? yield* sift(list, (item) => searchable(item).includes(text)) : list
  const key = columns.find((column) => column.id === sorting?.column)?.text
  return key ? yield* sort(found, key, sorting?.descending) : found
}

/** What the search looks at of an item, put together when the item is first looked at. Dates are searched as the language writes them. */
function useSearchable<T extends object>(columns: Column<T>[], language: string): (item: T) => string {
  const known = useMemo(() => new WeakMap<T, string>(), [language])
  return (item) => {
    let text = known.get(item)
    if (text === undefined) {
      text = columns.map((column) => shown(column.text?.(item)).toLocaleLowerCase()).join('\n')
      known.set(item, text)
    }
    return text
  }
}

function shown(value: SortKey): string {
  return value instanceof Date ? when(value) : String(value ?? '')
}

function TableHeader<T extends object>({ title, description, list, actions, heading = 'h2', selection }: Props<T>) {
  const total = figure(list.value.length)
  const counter = selection?.selected.length
    ? `(${t('table.selected', { selected: selection.selected.length, total })})`
    : `(${total}${list.partial ? '+' : ''})`
  return (
    <Header
      variant={heading}
      counter={list.loading && list.value.length === 0 ? undefined : counter}
      description={
        list.partial && list.value.length > 0 ? (
          <StatusIndicator type="loading">
            {t('table.loadingMore', { count: total })}. {t('table.searchLoaded')}
          </StatusIndicator>
        ) : (
          description
        )
      }
      actions={
        <Buttons>
          <Button formAction="none" iconName="refresh" ariaLabel={t('shared.reload')} onClick={list.reload} />
          {actions}
        </Buttons>
      }
    >
      {title}
    </Header>
  )
}

function definition<T extends object>(column: Column<T>): TableProps.ColumnDefinition<T> {
  return { id: column.id, header: column.header, cell: column.cell, sortingField: column.text && column.id }
}

/** The rows that are checked now: of those in view as the table says, and all that were checked before and are out of view. */
function keep<T extends object>(
  before: T[],
  shown: readonly T[],
  checked: T[],
  id: (item: T) => string,
  type?: 'single' | 'multi',
): T[] {
  if (type === 'single') return checked
  const inView = new Set(shown.map(id))
  return [...before.filter((item) => !inView.has(id(item))), ...checked.filter((item) => inView.has(id(item)))]
}
