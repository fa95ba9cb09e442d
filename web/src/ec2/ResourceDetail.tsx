import Button from '@cloudscape-design/components/button'
import KeyValuePairs, { type KeyValuePairsProps } from '@cloudscape-design/components/key-value-pairs'
import type { ReactNode } from 'react'
import type { Loaded } from '../data/load'
import { t } from '../text/text'
import { Buttons } from '../ui/Buttons'
import type { Crumb } from '../app/shell'
import { Page } from '../ui/Page'
import { Panel } from '../ui/Panel'
import { TagsPanel } from '../ui/TagsPanel'
import { tagsOf } from './tags'

interface Props<T> {
  id: string
  /** The page with the list that the thing is in. */
  up: Crumb
  thing: Loaded<T | undefined>
  details: (thing: T) => KeyValuePairsProps.Item[]
  actions: ReactNode
  /** The panels between the details and the tags. */
  children?: ReactNode
}

/** The page of one thing: what it is, what can be done to it, and its tags. Each panel is asked for, and denied, by itself. */
export function ResourceDetail<T>({ id, up, thing, details, actions, children }: Props<T>) {
  return (
    <Page
      title={id}
      crumbs={[{ text: t('service.ec2'), to: '/ec2' }, up]}
      actions={
        <Buttons>
          <Button iconName="refresh" ariaLabel={t('shared.reload')} onClick={thing.reload} />
          {actions}
        </Buttons>
      }
    >
      <Panel
        title={t('ec2.details')}
        loading={thing.loading && !thing.value}
        fault={thing.fault}
        denied={t('ec2.denied')}
        reload={thing.reload}
      >
        {thing.value ? <KeyValuePairs columns={3} items={details(thing.value)} /> : t('ec2.notFound', { id })}
      </Panel>
      {children}
      <TagsPanel key={id} empty={t('tags.none')} denied={t('ec2.denied')} {...tagsOf(id, thing.reload)} />
    </Page>
  )
}
