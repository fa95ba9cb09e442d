import Button, { type ButtonProps } from '@cloudscape-design/components/button'
import { useHref, useNavigate } from 'react-router'

/** A button that leads to a page of the console. */
export function RouteButton({ to, ...props }: { to: string } & Omit<ButtonProps, 'href'>) {
  const navigate = useNavigate()
  return (
    <Button
      {...props}
      href={useHref(to)}
      onFollow={(event) => {
        event.preventDefault()
        navigate(to)
      }}
    />
  )
}
