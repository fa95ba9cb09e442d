/** What was typed for one end of a range: a date such as 2026-03-01 and a time such as 14:05, or nothing. */
export interface Moment {
  date: string
  time: string
}

export const noMoment: Moment = { date: '', time: '' }

const whole = { date: /^\d{4}-\d{2}-\d{2}$/, time: /^(\d{2}:\d{2})?$/ }

/** Reports whether more has to be typed before it is a time. Nothing at all is complete. */
export function isIncomplete({ date, time }: Moment): boolean {
  if (!date && !time) return false
  return !whole.date.test(date) || !whole.time.test(time)
}

/** The time in the reader's own time zone. A range begins with the first second of what was typed and ends with the last. */
export function timeOf({ date, time }: Moment, side: 'start' | 'end'): Date | undefined {
  if (!date) return undefined
  const [hour, second] = side === 'start' ? ['00:00', '00'] : ['23:59', '59']
  return new Date(`${date}T${time || hour}:${second}`)
}
