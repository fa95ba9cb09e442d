import { locale, plural, t } from './text'

const dayLength = 24 * 60 * 60 * 1000

/** A date with its time, in the reader's own time zone; "Never" for none. */
export function when(date: Date | undefined): string {
  return date ? date.toLocaleString(locale(), { dateStyle: 'medium', timeStyle: 'short' }) : t('shared.never')
}

/** A number, as the language writes it. */
export function figure(number: number): string {
  return number.toLocaleString(locale())
}

/** How many days ago something was, in words. */
export function daysAgo(date: Date | undefined, now = new Date()): string {
  if (!date) return t('shared.never')
  const days = Math.max(0, Math.floor((now.getTime() - date.getTime()) / dayLength))
  return days === 0 ? t('shared.daysAgo.zero') : plural('shared.daysAgo', days)
}
