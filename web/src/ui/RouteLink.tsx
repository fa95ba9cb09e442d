import Link, { type LinkProps } from '@cloudscape-design/components/link'
import type { ReactNode } from 'react'
import { useHref, useNavigate } from 'react-router'

/** A link to a page of the console. It is a true link: it can be opened in a new tab. */
export function RouteLink({ to, children, ...props }: { to: string; children: ReactNode } & Omit<LinkProps, 'href'>) {
  const navigate = useNavigate()
  return (
    <Link
      {...props}
      href={useHref(to)}
      onFollow={(event) => {
        event.preventDefault()
        navigate(to)
      }}
    >
      {children}
    </Link>
  )
}
