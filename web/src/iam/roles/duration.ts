import { plural } from '../../text/text'

export const secondsPerHour = 3600

/** The longest session that a role may allow. */
export const longest = 12 * secondsPerHour

export const durationText = (seconds: number) => plural('role.duration.hours', seconds / secondsPerHour)
