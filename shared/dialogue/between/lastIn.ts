import type { RecordedEvent } from '../events.ts'
import type { PersonId } from '../model.ts'

/** When somebody was last in a session, as the log tells it. */

export type Log = readonly RecordedEvent[]
/** Session by session. */
export type Logs = readonly Log[]

export const began = (log: Log): RecordedEvent | undefined =>
  log.find(({ event }) => event.type === 'PlenaryOpened')

/** They came in with their link, or were there by telephone. */
const cameIn = (log: Log, reader: PersonId): boolean =>
  log.some(
    ({ event }) =>
      (event.type === 'PersonJoined' || (event.type === 'PhoneSet' && event.phone)) &&
      event.person === reader,
  )

/** They were in it: it began, and they came. */
export const wasIn = (log: Log, reader: PersonId): boolean => began(log) !== undefined && cameIn(log, reader)

const isKeptAtEnd = ({ event }: RecordedEvent): boolean =>
  event.type === 'VersionKept' && event.keptFor === 'ended'

/** The lines of this session up to where the reader left it: on purpose, or at its end. What is kept at the end belongs to it. */
function upToLeaving(log: Log, reader: PersonId): Log {
  const own = log.filter(
    ({ event }) => (event.type === 'PersonJoined' || event.type === 'PersonLeft') && event.person === reader,
  )
  const last = own.at(-1)
  const ended = log.find(({ event }) => event.type === 'SessionEnded')
  const early = last?.event.type === 'PersonLeft' && (!ended || last.seq < ended.seq) ? last : null
  const end = early ?? ended
  if (!end) return log
  return log.filter((line) => line.seq <= end.seq || (!early && isKeptAtEnd(line)))
}

/** All that this reader has been in on, session by session; nothing when they never were. */
export function readBefore(logs: Logs, reader: PersonId): Log[] {
  const last = logs.findLastIndex((log) => wasIn(log, reader))
  return logs.slice(0, last + 1).map((log, index) => (index === last ? upToLeaving(log, reader) : log))
}
