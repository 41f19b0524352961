import type { Words } from '../../agreement/canonical.ts'
import type { DialogueEvent, EventOf, RecordedEvent } from '../events.ts'
import type { AgreementId, RoomId } from '../ids.ts'
import type { Version } from './agreement.ts'

/** What the log tells of an agreement's versions, read over all sessions of the dialogue. */

/** Events that keep words. */
export const VERSION_EVENTS = ['VersionKept', 'AgreementPresented', 'AgreementsMerged'] as const
/** And those that tell why they were changed. */
export const HISTORY_EVENTS = [
  ...VERSION_EVENTS,
  'ConsentBegun',
  'ConsentOpened',
  'ObjectionGiven',
  'ObjectionTakenBack',
] as const

/** A version with its words, and the session it was made in: 1 is the dialogue's first. */
export interface KeptVersion extends Version {
  session: number
  words: Words
}

type Keeping = Extract<DialogueEvent, { type: (typeof VERSION_EVENTS)[number] }>
const keeps = (event: DialogueEvent): event is Keeping => VERSION_EVENTS.some((type) => type === event.type)

/** What is merged has the words it was made with for its first version (H2). */
const numberOf = (event: Keeping): number => (event.type === 'AgreementsMerged' ? 1 : event.version)

const kept = (event: Keeping, at: number, session: number): KeptVersion => ({
  number: numberOf(event),
  session,
  at,
  keptFor: event.type === 'VersionKept' ? event.keptFor : 'presented',
  authors: event.authors,
  hash: event.hash,
  words: event.words,
})

/** Every version that was kept of this agreement, oldest first; the logs in the order of the sessions. */
export const versionsIn = (
  logs: readonly (readonly RecordedEvent[])[],
  agreement: AgreementId,
): KeptVersion[] =>
  logs.flatMap((log, index) =>
    log.flatMap(({ at, event }) =>
      keeps(event) && event.agreement === agreement ? [kept(event, at, index + 1)] : [],
    ),
  )

/** What people objected to a version, in their own words, once that was opened (C2). */
export interface Objected {
  version: number
  reasons: string[]
}

/** The last words of whoever objected between two sessions and did not take it back. */
const stands = (log: readonly RecordedEvent[], objection: string): RecordedEvent | undefined => {
  const about = log.filter(({ event }) => 'objection' in event && event.objection === objection)
  return about.at(-1)
}

/** H1: the objections to this agreement, oldest first; rounds without any are left out. */
export function objectionsIn(
  logs: readonly (readonly RecordedEvent[])[],
  agreement: AgreementId,
): Objected[] {
  const held: Record<RoomId, EventOf<'ConsentBegun'>> = {}
  const log = logs.flat()
  return log.flatMap((line): Objected[] => {
    const { event } = line
    if (event.type === 'ObjectionGiven' && event.agreement === agreement)
      return stands(log, event.objection) === line
        ? [{ version: event.version, reasons: [event.reason] }]
        : []
    if (event.type === 'ConsentBegun') held[event.room] = event
    if (event.type !== 'ConsentOpened') return []
    const round = held[event.room]
    if (round?.agreement !== agreement) return []
    const reasons = event.answers.filter(({ answer }) => answer === 'objects').map(({ reason }) => reason)
    return reasons.length > 0 ? [{ version: round.version, reasons }] : []
  })
}
