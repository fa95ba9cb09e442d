import type { ReactNode } from 'react'
import './buttons.css'

/** Buttons beside each other, with room between them however deep in components they stand. */
export function Buttons({ children }: { children: ReactNode }) {
  return <div className="buttons">{children}</div>
}
