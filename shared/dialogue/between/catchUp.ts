import type { Words } from '../../agreement/canonical.ts'
import type { Agreement, AgreementState } from '../agreements/agreement.ts'
import { agreementEvents } from '../agreements/events.ts'
import { versionsIn } from '../agreements/versions.ts'
import { replay } from '../apply.ts'
import { councilEvents } from '../council/events.ts'
import type { StoredType } from '../events.ts'
import { harvestEvents } from '../harvest/events.ts'
import { sourcesOf } from '../harvest/theSet.ts'
import type { AgendaPart, AgreementId, GovernmentRole, PersonId, SessionState } from '../model.ts'
import { seatings } from '../places.ts'
import { project } from '../project.ts'
import { stillToCome } from '../session/agenda.ts'
import { betweenEvents } from './events.ts'
import { began, readBefore, wasIn, type Log, type Logs } from './lastIn.ts'
import { mayObjectNow, refusedObjecting } from './objecting.ts'

/** What somebody reads between two sessions: what lay there, and what changed since they were last in. */

const typesOf = (declared: object): StoredType[] => Object.keys(declared) as StoredType[]

/** All of a log that it is read from. */
export const CATCH_UP_EVENTS: readonly StoredType[] = [
  'SessionCreated',
  'PlenaryOpened',
  'SessionEnded',
  'ItemStarted',
  'AgendaPlanned',
  'PersonJoined',
  'PersonLeft',
  'PhoneSet',
  ...typesOf(agreementEvents),
  ...typesOf(harvestEvents),
  ...typesOf(councilEvents),
  ...typesOf(betweenEvents),
]

const CHANGES = [
  'added',
  'words',
  'agreed',
  'voided',
  'taken',
  'leftOut',
  'merged',
  'withdrawn',
  'offered',
] as const
export type CatchUpChange = (typeof CHANGES)[number]

export interface CatchUpItem {
  agreement: AgreementId
  number: number
  /** The table's number at the door, and its role. */
  table: number
  role: GovernmentRole
  state: AgreementState
  /** What was merged into it, by number. */
  from: number[]
  /** As they stood when this reader was last in; null: it was not there, or it stands there as it stood. */
  before: Words | null
  now: Words
  note: string | null
  changes: CatchUpChange[]
  mayObject: boolean
}

export interface CatchUpSession {
  number: number
  /** When it began, or is to begin. */
  at: number | null
  isOver: boolean
  /** What it was about, in the organiser's words. */
  items: string[]
  wasThere: boolean
}

export interface CatchUp {
  /** When this reader was last in a session; null: never. */
  since: number | null
  /** Until when one may object; null: not now. */
  until: number | null
  sessions: CatchUpSession[]
  /** The number of the table they sat at last, when they are to sit there again; null: not so, or not known yet. */
  sameTable: number | null
  /** In the order of the tables. */
  items: CatchUpItem[]
}

export interface CatchUpMaterial {
  /** As it is now. */
  state: SessionState
  /** The sessions' logs in order, as far as `CATCH_UP_EVENTS` go. */
  logs: Logs
  reader: PersonId
  now: number
}

/** The words as they were put before people, or as they were last kept. */
function wordsIn(logs: Logs, agreement: Agreement): { words: Words; hash: string } | null {
  return agreement.presented ?? versionsIn(logs, agreement.id).at(-1) ?? null
}

const isAgreed = ({ consent, state }: Agreement): boolean =>
  consent !== null && state !== 'presented' && state !== 'draft'

const WITH_COUNCIL: readonly AgreementState[] = [
  'offered',
  'adopted',
  'changed',
  'declined',
  'done',
  'evaluated',
]

function changesOf(then: Agreement | null, now: Agreement, other: boolean): CatchUpChange[] {
  const changed: Record<CatchUpChange, boolean> = {
    added: then === null,
    words: then !== null && other,
    agreed: isAgreed(now) && !(then && isAgreed(then)),
    voided: then !== null && isAgreed(then) && !isAgreed(now) && now.state !== 'merged',
    taken: now.place !== null && (then?.place ?? null) === null,
    leftOut: now.place === null && (then?.place ?? null) !== null && now.state !== 'merged',
    merged: now.state === 'merged' && then?.state !== 'merged',
    withdrawn: now.state === 'withdrawn' && then?.state !== 'withdrawn',
    offered: WITH_COUNCIL.includes(now.state) && !(then && WITH_COUNCIL.includes(then.state)),
  }
  return CHANGES.filter((change) => changed[change])
}

/** Gone, and gone before this reader was last in: it is nothing to read about any more. */
const isPast = (then: Agreement | null, { state }: Agreement): boolean =>
  (state === 'merged' || state === 'withdrawn') && (then === null || then.state === state)

/** What this reader may read follows from what they see live: nothing else is here. */
function itemsOf(material: CatchUpMaterial, before: Log[]): CatchUpItem[] {
  const { state, logs, reader, now } = material
  const seen = project(state, reader)
  const then = before.length > 0 ? replay(before.at(-1) ?? []) : null
  return seen.tableOrder.flatMap((id) => {
    const table = seen.tables[id]
    const here = Object.values(seen.agreements)
      .filter((one) => one.table === id)
      .toSorted((one, other) => one.number - other.number)
    return here.flatMap((agreement): CatchUpItem[] => {
      const was = then?.agreements[agreement.id] ?? null
      const words = wordsIn(logs, agreement)
      if (!table || !words || isPast(was, agreement)) return []
      const old = was && wordsIn(before, was)
      const other = old !== null && old.hash !== words.hash
      return [
        {
          agreement: agreement.id,
          number: agreement.number,
          table: table.number,
          role: table.role,
          state: agreement.state,
          from: agreement.origins.length === 0 ? [] : sourcesOf(seen, agreement).map(({ number }) => number),
          before: other ? old.words : null,
          now: words.words,
          note: agreement.note,
          changes: changesOf(old ? was : null, agreement, other),
          mayObject:
            state.people[reader]?.role === 'participant' &&
            mayObjectNow(state, now) &&
            refusedObjecting(state, reader, agreement) === null,
        },
      ]
    })
  })
}

/** The programme it ended with, or has now. */
function plannedIn(log: Log): AgendaPart[] {
  const plans = log.flatMap(({ event }) => {
    if (event.type === 'AgendaPlanned') return [event.parts]
    return event.type === 'SessionCreated' ? [event.programme ?? []] : []
  })
  return plans.at(-1) ?? []
}

const isOver = (log: Log): boolean => log.some(({ event }) => event.type === 'SessionEnded')

/** Of a session that is over what has been: what had not, the next one began with. */
function itemsIn(log: Log, next: Log | undefined, state: SessionState): string[] {
  const left = next
    ? next.flatMap(({ event }) => (event.type === 'SessionCreated' ? (event.programme ?? []) : []))
    : stillToCome(state)
  const been = (part: AgendaPart) => !isOver(log) || left.every(({ id }) => id !== part.id)
  const started = log.flatMap(({ event }) => (event.type === 'ItemStarted' ? [event.title] : []))
  const planned = plannedIn(log).filter(been)
  return [...new Set([...planned.map(({ title }) => title), ...started])]
}

function sessionOf(log: Log, index: number, { reader, state, logs }: CatchUpMaterial) {
  return {
    number: index + 1,
    at: began(log)?.at ?? state.startsAt,
    isOver: isOver(log),
    items: itemsIn(log, logs[index + 1], state),
    wasThere: wasIn(log, reader),
  }
}

/** As the organiser has planned it so far: of the plan one knows nothing but one's own seat, and that only when nothing changes. */
function sameTable({ state, reader }: CatchUpMaterial): number | null {
  const planned = state.phase.name === 'lobby' ? state.plan?.seats[reader] : undefined
  const last = seatings(state).findLast(({ seats }) => seats[reader] !== undefined)
  if (planned === undefined || planned !== last?.seats[reader]) return null
  return state.tables[planned]?.number ?? null
}

export function catchUp(material: CatchUpMaterial): CatchUp {
  const { state, logs, now } = material
  const before = readBefore(material.logs, material.reader)
  return {
    since: before.at(-1)?.at(-1)?.at ?? null,
    until: mayObjectNow(state, now) ? state.objections.until : null,
    sessions: logs.map((log, index) => sessionOf(log, index, material)),
    sameTable: sameTable(material),
    items: itemsOf(material, before),
  }
}
