import type { ComponentType } from 'react'

/** A page of the console: its address below /console, and the module that draws it, which is loaded when it is first visited. */
export interface PageRoute {
  path: string
  load: () => Promise<{ default: ComponentType }>
}
