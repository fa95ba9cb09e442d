import Button, { type ButtonProps } from '@cloudscape-design/components/button'
import { useHref, useNavigate } from 'react-router'

/** A button that leads to a page of the console. It says that it is a button, as it looks like one; Ctrl opens the page in a new tab as it does with a link. */
export function RouteButton({ to, ...props }: { to: string } & Omit<ButtonProps, 'href'>) {
  const navigate = useNavigate()
  const href = useHref(to)
  return (
    <Button
      {...props}
      formAction="none"
      onClick={({ detail }) => {
        if (detail.ctrlKey || detail.metaKey) window.open(href, '_blank', 'noopener')
        else navigate(to)
      }}
    />
  )
}
