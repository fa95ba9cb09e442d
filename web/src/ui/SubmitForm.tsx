import Button from '@cloudscape-design/components/button'
import Form from '@cloudscape-design/components/form'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ReactNode } from 'react'
import type { Act } from '../data/load'
import { t } from '../text/text'
import { RouteButton } from './RouteButton'

interface Props {
  /** The word on the button that makes what the page is for. Enter in a field does so too. */
  button: string
  act: Act<[]>
  onSubmit: () => void
  /** Where Cancel leads. */
  back: string
  children: ReactNode
}

/** The form of a page that makes something. It is not sent while it is on its way. */
export function SubmitForm({ button, act, onSubmit, back, children }: Props) {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (!act.busy) onSubmit()
      }}
    >
      <Form
        actions={
          <SpaceBetween size="xs" direction="horizontal">
            <RouteButton variant="link" to={back}>
              {t('shared.cancel')}
            </RouteButton>
            <Button variant="primary" loading={act.busy}>
              {button}
            </Button>
          </SpaceBetween>
        }
      >
        <SpaceBetween size="l">{children}</SpaceBetween>
      </Form>
    </form>
  )
}
