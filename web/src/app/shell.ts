import { createContext, type ReactNode, useContext } from 'react'

/** A page above the one that is shown. */
export interface Crumb {
  text: string
  to: string
}

export interface Notice {
  type: 'success' | 'error' | 'info' | 'warning'
  content: ReactNode
  action?: ReactNode
}

/** What a page may ask of the frame around it. */
export interface Shell {
  setCrumbs: (crumbs: Crumb[]) => void
  /** Shows a message above the page, until it is dismissed. It goes with the page that the act ends on; one with an action survives every change of page. */
  notify: (notice: Notice) => void
}

export const ShellContext = createContext<Shell>({ setCrumbs: () => {}, notify: () => {} })

export const useShell = () => useContext(ShellContext)
