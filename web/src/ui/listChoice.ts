/** What a person chose for a list: how many rows a page has, and which columns are shown. */
export interface Preferences {
  pageSize: number
  visible: string[]
}

/** A column, which the rule hides or not. */
export interface Choosable {
  id: string
  hidden?: boolean
}

export const pageSizes = [10, 20, 50, 100]

/** The page size and the columns that are shown or hidden against the rule, so that a column that is new one day is shown. */
export function write(columns: Choosable[], { pageSize, visible }: Preferences): string {
  const others = columns.filter(({ id, hidden }) => visible.includes(id) === Boolean(hidden))
  return [pageSize, ...others.map(({ id }) => id)].join('.')
}

/** What write has written. What makes no sense has no effect: anybody can change a cookie. */
export function read(columns: Choosable[], kept: string): Preferences {
  const [size, ...others] = kept.split('.')
  return {
    pageSize: pageSizes.find((each) => String(each) === size) ?? 20,
    visible: columns.filter(({ id, hidden }) => others.includes(id) === Boolean(hidden)).map(({ id }) => id),
  }
}
