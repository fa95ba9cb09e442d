import Button from '@cloudscape-design/components/button'
import ButtonDropdown from '@cloudscape-design/components/button-dropdown'
import { type ReactNode, useState } from 'react'

/** What a dialog tells the page that it stands on. */
export interface DialogProps {
  onClose: () => void
  onDone: () => void
}

/** Something that can be done to one thing, in a dialog. */
export interface Action<T> {
  text: string
  /** Whether the state of the thing lets it be done. */
  fits?: (thing: T) => boolean
  /** The thing is gone when it is done. */
  ends?: boolean
  dialog: (thing: T, frame: DialogProps) => ReactNode
}

interface Props<T> {
  actions: Action<T>[]
  chosen?: T
  onDone: (action: Action<T>) => void
}

/** A button for each of the actions. */
export function ActionButtons<T>(props: Props<T>) {
  const { choose, dialog } = useDialog(props)
  return (
    <>
      {props.actions.map((action) => (
        <Button key={action.text} disabled={!can(action, props.chosen)} onClick={() => choose(action)}>
          {action.text}
        </Button>
      ))}
      {dialog}
    </>
  )
}

/** A menu of actions under one button. */
export function ActionMenu<T>({ text, ...props }: Props<T> & { text: string }) {
  const { choose, dialog } = useDialog(props)
  return (
    <>
      <ButtonDropdown
        disabled={!props.chosen}
        items={props.actions.map((action) => ({
          id: action.text,
          text: action.text,
          disabled: !can(action, props.chosen),
        }))}
        onItemClick={({ detail }) => choose(props.actions.find((action) => action.text === detail.id))}
      >
        {text}
      </ButtonDropdown>
      {dialog}
    </>
  )
}

const can = <T,>(action: Action<T>, chosen: T | undefined) => !!chosen && (action.fits?.(chosen) ?? true)

function useDialog<T>({ chosen, onDone }: Props<T>) {
  const [open, choose] = useState<Action<T>>()
  const close = () => choose(undefined)
  const done = (action: Action<T>) => {
    close()
    onDone(action)
  }
  return {
    choose,
    dialog: open && chosen && open.dialog(chosen, { onClose: close, onDone: () => done(open) }),
  }
}
