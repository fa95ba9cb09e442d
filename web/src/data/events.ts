import { json } from './json'

/** What events can be looked up by. */
export const attributes = ['EventName', 'Username', 'EventSource', 'EventId', 'AccessKeyId', 'ReadOnly'] as const
export type Attribute = (typeof attributes)[number]

/** One event of the history. */
export interface Event {
  id: string
  name: string
  source: string
  time: Date
  user?: string
  keyId?: string
  readOnly: boolean
  errorCode?: string
  address?: string
  /** The whole record, as JSON. */
  record: string
}

export interface EventPage {
  events: Event[]
  next?: string
}

/** Which events are asked for: those with one value of one attribute, from a time on, up to a time. What is left out limits nothing. */
export interface Filter {
  match?: { attribute: Attribute; value: string }
  start?: Date
  end?: Date
}

interface Answer {
  Events: {
    EventId: string
    EventName: string
    EventSource: string
    EventTime: number
    Username?: string
    AccessKeyId?: string
    ReadOnly: string
    CloudTrailEvent: string
  }[]
  NextToken?: string
}

const target = 'com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents'

/** Looks up events, newest first. */
export async function lookupEvents({ match, start, end }: Filter, next?: string): Promise<EventPage> {
  const answer = await json<Answer>('cloudtrail', target, {
    LookupAttributes: match && [{ AttributeKey: match.attribute, AttributeValue: match.value }],
    StartTime: start && start.getTime() / 1000,
    EndTime: end && end.getTime() / 1000,
    NextToken: next,
  })
  return { events: answer.Events.map(eventOf), next: answer.NextToken }
}

function eventOf(event: Answer['Events'][number]): Event {
  const record: { errorCode?: string; sourceIPAddress?: string } = JSON.parse(event.CloudTrailEvent)
  return {
    id: event.EventId,
    name: event.EventName,
    source: event.EventSource,
    time: new Date(event.EventTime * 1000),
    user: event.Username,
    keyId: event.AccessKeyId,
    readOnly: event.ReadOnly === 'true',
    errorCode: record.errorCode,
    address: record.sourceIPAddress,
    record: JSON.stringify(record, undefined, 2),
  }
}
