import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import { useEffect, useRef, useState } from 'react'
import { type Event, type Filter, lookupEvents } from '../data/events'
import { useAct } from '../data/load'
import { when } from '../text/format'
import { t } from '../text/text'
import { type Column, DataTable } from '../ui/DataTable'
import { Page } from '../ui/Page'
import { Panel } from '../ui/Panel'
import './record.css'
import { EventFilter } from './EventFilter'

/** Who did what, and what was denied: the newest events first, older ones on demand. */
export default function EventHistory() {
  const [filter, setFilter] = useState<Filter>({})
  const [events, setEvents] = useState<Event[]>([])
  const [next, setNext] = useState<string>()
  const [selected, setSelected] = useState<Event[]>([])
  const latest = useRef(filter)
  latest.current = filter
  const load = useAct(async (after?: string) => {
    const page = await lookupEvents(filter, after)
    if (latest.current !== filter) return // somebody searches for something else by now
    setEvents((old) => (after ? [...old, ...page.events] : page.events))
    setNext(page.next)
  })
  const reload = () => void load.run()

  useEffect(() => {
    setSelected([])
    reload()
  }, [filter])

  const title = t('events.title')
  const list = { value: events, loading: load.busy, fault: load.fault, partial: false, reload }
  return (
    <Page title={title} description={t('events.about')}>
      <EventFilter onSearch={setFilter} />
      {load.fault ? (
        <Panel title={title} fault={load.fault} reload={reload} />
      ) : (
        <DataTable
          name="events"
          title={title}
          list={list}
          columns={columns()}
          id={(event) => event.id}
          empty={t('events.none')}
          selection={{ selected, onChange: setSelected, type: 'single' }}
          actions={
            <Button disabled={!next} loading={load.busy} onClick={() => load.run(next)}>
              {t('events.more')}
            </Button>
          }
        />
      )}
      {selected[0] && (
        <Panel title={t('events.details')}>
          <div className="event-record" tabIndex={0} role="region" aria-label={t('events.details')}>
            <Box variant="pre">{selected[0].record}</Box>
          </div>
        </Panel>
      )}
    </Page>
  )
}

function columns(): Column<Event>[] {
  return [
    { id: 'name', header: t('events.EventName'), cell: (event) => event.name, text: (event) => event.name },
    { id: 'time', header: t('events.time'), cell: (event) => when(event.time), text: (event) => event.time },
    { id: 'user', header: t('events.Username'), cell: (event) => event.user ?? '-', text: (event) => event.user },
    { id: 'source', header: t('events.EventSource'), cell: (event) => event.source, text: (event) => event.source },
    {
      id: 'error',
      header: t('events.error'),
      cell: (event) => event.errorCode ?? '-',
      text: (event) => event.errorCode,
    },
    {
      id: 'address',
      header: t('events.address'),
      cell: (event) => event.address ?? '-',
      text: (event) => event.address,
    },
    {
      id: 'key',
      header: t('events.AccessKeyId'),
      cell: (event) => event.keyId ?? '-',
      text: (event) => event.keyId,
      hidden: true,
    },
    { id: 'id', header: t('events.EventId'), cell: (event) => event.id, text: (event) => event.id, hidden: true },
  ]
}
