import { dayAfter, momentsOf } from './moment.ts'

/** A day as YYYY-MM-DD and times as HH:MM, as somebody typed them. */
export interface TypedWhen {
  date: string
  from: string
  to: string
}

export interface Meeting {
  startsAt: number
  endsAt: number
  /** What is not plain from what was typed: it ends after midnight, or this time comes twice that night. */
  note: 'nextDay' | 'twice' | null
}

/** `skipped`: the clock goes forward over it. */
export type MeetingFault = 'missing' | 'skipped' | 'order'

/** Longer than this nobody meets through the night: the end is a slip of the pen. */
const NIGHT_MS = 12 * 3_600_000

/**
 * From when to when. An end that is earlier on the clock is on the next day. In the night in which the clock goes back a time comes twice: a
 * meeting begins at the first, and ends at the first that is later.
 */
export function meetingOf({ date, from, to }: TypedWhen): Meeting | MeetingFault {
  if (momentsOf(date, '12:00').length === 0 || !isTime(from) || !isTime(to)) return 'missing'
  const starts = momentsOf(date, from)
  const [startsAt] = starts
  if (startsAt === undefined) return 'skipped'
  const later = (at: number) => at > startsAt
  const night = to <= from && !momentsOf(date, to).some(later)
  const ends = momentsOf(night ? dayAfter(date) : date, to)
  const endsAt = ends.find(later)
  if (endsAt === undefined) return 'skipped'
  if (from === to || (night && endsAt - startsAt > NIGHT_MS)) return 'order'
  const note = starts.length > 1 || ends.length > 1 ? 'twice' : night ? 'nextDay' : null
  return { startsAt, endsAt, note }
}

const isTime = (time: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(time)
