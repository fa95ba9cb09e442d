import TextFilter from '@cloudscape-design/components/text-filter'
import { type KeyboardEvent, startTransition, useState } from 'react'
import { plural, t } from '../text/text'

interface Props {
  /** What "Search ..." names. */
  title: string
  /** What is searched for at first. */
  first: string
  /** The rows that are found; undefined while they are being looked for. */
  matches?: number
  onSearch: (text: string) => void
}

/** The search box of a list. What is typed stands in it at once, however long the list is. */
export function TableSearch({ title, first, matches, onSearch }: Props) {
  const [text, setText] = useState(first)
  return (
    <div onKeyDown={sendNoForm}>
      <TextFilter
        filteringText={text}
        filteringPlaceholder={t('table.search', { what: title })}
        filteringAriaLabel={t('table.search', { what: title })}
        filteringClearAriaLabel={t('table.clear')}
        countText={matches === undefined ? '' : plural('table.matches', matches)}
        onChange={({ detail }) => {
          setText(detail.filteringText)
          startTransition(() => onSearch(detail.filteringText))
        }}
      />
    </div>
  )
}

/** Who presses Enter in the search box looks for something, and does not mean to send the form that the list stands in. */
function sendNoForm(event: KeyboardEvent) {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault()
}
