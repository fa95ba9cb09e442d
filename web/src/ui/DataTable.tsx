import { useCollection } from '@cloudscape-design/collection-hooks'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import CollectionPreferences from '@cloudscape-design/components/collection-preferences'
import Header from '@cloudscape-design/components/header'
import Pagination from '@cloudscape-design/components/pagination'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import Table, { type TableProps } from '@cloudscape-design/components/table'
import TextFilter from '@cloudscape-design/components/text-filter'
import { type ReactNode, useState } from 'react'
import type { LoadedList } from '../data/load'
import { plural, t } from '../text/text'
import { Buttons } from './Buttons'
import { FaultNote } from './FaultNote'

export interface Column<T> {
  id: string
  header: string
  cell: (item: T) => ReactNode
  /** What the search looks at and the column is sorted by. Without it, neither. */
  text?: (item: T) => string | number | Date | undefined
  /** Not shown until a person chooses it. */
  hidden?: boolean
}

interface Props<T> {
  /** The heading, and what "Search ..." names. */
  title: string
  description?: ReactNode
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

/** A list with search, pages, sorting and a choice of columns. It can be used while its pages still come, and shows its own denial. */
export function DataTable<T>(props: Props<T>) {
  const { title, list, columns, id, selection } = props
  const [preferences, setPreferences] = useState({
    pageSize: 20,
    visible: columns.filter((column) => !column.hidden).map((column) => column.id),
  })
  const { items, filteredItemsCount, collectionProps, filterProps, paginationProps, actions } = useCollection(
    list.value,
    {
      filtering: { filteringFunction: (item, text) => matches(item, text, columns) },
      sorting: {},
      pagination: { pageSize: preferences.pageSize },
      propertyFiltering: undefined,
    },
  )

  if (list.fault) return <FaultNote fault={list.fault} denied={props.denied} reload={list.reload} />
  return (
    <Table
      {...collectionProps}
      variant={props.embedded ? 'embedded' : 'container'}
      items={items}
      trackBy={id}
      columnDefinitions={columns.map(definition)}
      columnDisplay={columns.map((column) => ({ id: column.id, visible: preferences.visible.includes(column.id) }))}
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
        <TextFilter
          {...filterProps}
          filteringPlaceholder={t('table.search', { what: title })}
          filteringAriaLabel={t('table.search', { what: title })}
          filteringClearAriaLabel={t('table.clear')}
          countText={plural('table.matches', filteredItemsCount ?? 0)}
        />
      }
      empty={<Box textAlign="center">{props.empty ?? t('table.none')}</Box>}
      pagination={
        <Pagination
          {...paginationProps}
          ariaLabels={{
            nextPageLabel: t('table.nextPage'),
            previousPageLabel: t('table.previousPage'),
            pageLabel: (page) => t('table.page', { page }),
          }}
        />
      }
      preferences={
        <CollectionPreferences
          title={t('table.preferences')}
          confirmLabel={t('table.confirm')}
          cancelLabel={t('shared.cancel')}
          preferences={{
            pageSize: preferences.pageSize,
            contentDisplay: columns.map((column) => ({
              id: column.id,
              visible: preferences.visible.includes(column.id),
            })),
          }}
          pageSizePreference={{
            title: t('table.pageSize'),
            options: [10, 20, 50, 100].map((value) => ({ value, label: t('table.rows', { count: value }) })),
          }}
          contentDisplayPreference={{
            title: t('table.columns'),
            options: columns.map((column, i) => ({ id: column.id, label: column.header, alwaysVisible: i === 0 })),
          }}
          onConfirm={({ detail }) =>
            setPreferences({
              pageSize: detail.pageSize ?? 20,
              visible: (detail.contentDisplay ?? []).filter((column) => column.visible).map((column) => column.id),
            })
          }
        />
      }
      footer={
        filterProps.filteringText && filteredItemsCount === 0 ? (
          <Box textAlign="center">
            <SpaceBetween size="xs">
              {t('table.noMatch')}
              <Button onClick={() => actions.setFiltering('')}>{t('table.clear')}</Button>
            </SpaceBetween>
          </Box>
        ) : undefined
      }
    />
  )
}

function TableHeader<T>({ title, description, list, actions, heading = 'h2', selection }: Props<T>) {
  const total = list.value.length.toLocaleString()
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
          <Button iconName="refresh" ariaLabel={t('shared.reload')} onClick={list.reload} />
          {actions}
        </Buttons>
      }
    >
      {title}
    </Header>
  )
}

function definition<T>(column: Column<T>): TableProps.ColumnDefinition<T> {
  const { text } = column
  return {
    id: column.id,
    header: column.header,
    cell: column.cell,
    sortingComparator: text && ((a, b) => compare(text(a), text(b))),
  }
}

function compare(a: string | number | Date | undefined, b: string | number | Date | undefined): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined)
  if (typeof a === 'string' && typeof b === 'string') return a.localeCompare(b)
  return Number(a) - Number(b)
}

function matches<T>(item: T, text: string, columns: Column<T>[]): boolean {
  const wanted = text.toLocaleLowerCase()
  return columns.some((column) =>
    String(column.text?.(item) ?? '')
      .toLocaleLowerCase()
      .includes(wanted),
  )
}

/** The rows that are checked now: of those in view as the table says, and all that were checked before and are out of view. */
function keep<T>(
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
