import { useAct } from '../data/load'
import { t } from '../text/text'
import { Confirm } from '../ui/Confirm'
import type { DialogProps } from './Actions'

interface Props extends DialogProps {
  title: string
  text: string
  button?: string
  run: () => Promise<unknown>
}

/** A question before something is done that needs no more than a yes. Unless it says otherwise, it is about deleting. */
export function Question({ title, text, button = t('shared.delete'), run, ...frame }: Props) {
  const act = useAct(run)
  return (
    <Confirm title={title} button={button} act={act} {...frame}>
      {text}
    </Confirm>
  )
}
