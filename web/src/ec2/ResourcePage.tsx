import Button from '@cloudscape-design/components/button'
import { type ReactNode, useState } from 'react'
import type { LoadedList } from '../data/load'
import { t } from '../text/text'
import { Buttons } from '../ui/Buttons'
import type { Column } from '../ui/DataTable'
import { Page } from '../ui/Page'
import { type Action, ActionButtons, type DialogProps } from './Actions'
import { ResourceList } from './ResourceList'

/** A way to make a new thing of the kind. */
interface Creation {
  text: string
  dialog: (frame: DialogProps) => ReactNode
}

interface Props<T extends object> {
  /** The name of the list. */
  name: string
  title: string
  description: string
  list: LoadedList<T>
  columns: Column<T>[]
  id: (item: T) => string
  /** The last is the one that most people want. */
  creations: Creation[]
  actions: Action<T>[]
}

/** The page of one kind of things: their list, ways to make new ones, and what can be done to the one that is chosen. */
export function ResourcePage<T extends object>({
  name,
  title,
  description,
  list,
  columns,
  id,
  creations,
  actions,
}: Props<T>) {
  const [chosenID, setChosenID] = useState<string>()
  const [making, setMaking] = useState<Creation>()
  const chosen = list.value.find((item) => id(item) === chosenID)
  const close = () => setMaking(undefined)
  return (
    <Page
      title={title}
      description={description}
      crumbs={[{ text: t('service.ec2'), to: '/ec2' }]}
      actions={
        <Buttons>
          {creations.map((creation, i) => (
            <Button
              key={creation.text}
              variant={i === creations.length - 1 ? 'primary' : 'normal'}
              onClick={() => setMaking(creation)}
            >
              {creation.text}
            </Button>
          ))}
        </Buttons>
      }
    >
      <ResourceList
        name={name}
        title={title}
        list={list}
        columns={columns}
        id={id}
        selection={{
          selected: chosen ? [chosen] : [],
          onChange: (selected) => setChosenID(selected[0] && id(selected[0])),
          type: 'single',
        }}
        actions={<ActionButtons actions={actions} chosen={chosen} onDone={list.reload} />}
      />
      {making?.dialog({
        onClose: close,
        onDone: () => {
          close()
          list.reload()
        },
      })}
    </Page>
  )
}
