import type { Tag } from '@aws-sdk/client-ec2'
import { when } from '../text/format'
import { t } from '../text/text'
import type { Column } from '../ui/DataTable'
import { RouteLink } from '../ui/RouteLink'
import { nameOf } from './tags'

/** A column of texts or numbers. */
export function plain<T extends object>(
  id: string,
  header: string,
  text: (item: T) => string | number | undefined,
): Column<T> {
  return { id, header, text, cell: (item) => text(item) ?? '-' }
}

/** A column of texts that lead to the pages of the things. */
export function linked<T extends object>(
  id: string,
  header: string,
  text: (item: T) => string,
  to: (item: T) => string,
): Column<T> {
  return { id, header, text, cell: (item) => <RouteLink to={to(item)}>{text(item)}</RouteLink> }
}

/** A column of points in time. */
export function moment<T extends object>(id: string, header: string, at: (item: T) => Date | undefined): Column<T> {
  return { id, header, text: at, cell: (item) => when(at(item)) }
}

/** The column with the tag Name. */
export function named<T extends { Tags?: Tag[] }>(): Column<T> {
  return plain('name', t('shared.name'), (item) => nameOf(item.Tags))
}
