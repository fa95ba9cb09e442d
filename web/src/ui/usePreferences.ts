import { useState } from 'react'
import { keepOfList, keptOfList } from '../app/preferences'
import { type Choosable, type Preferences, read, write } from './listChoice'

/** How a list is shown, as was chosen for it in this browser before, and how to choose anew. */
export function usePreferences(columns: Choosable[], list: string): [Preferences, (chosen: Preferences) => void] {
  const [preferences, set] = useState(() => read(columns, keptOfList(list) ?? ''))
  const choose = (chosen: Preferences) => {
    set(chosen)
    keepOfList(list, write(columns, chosen))
  }
  return [preferences, choose]
}
