/** How long a dialogue is kept: first the names go, later everything. Moments are server milliseconds. */

const DAY_MS = 24 * 60 * 60 * 1000
/** Half a year: until the council has decided and everybody could read what became of it. */
export const NAMES_KEPT_MS = 183 * DAY_MS
/** Two years. */
export const ALL_KEPT_MS = 731 * DAY_MS

/** Names are erased after the first, everything after the second. */
export interface KeepUntil {
  names: number
  all: number
}

/** What the dates of a dialogue follow from. */
export interface Held {
  createdAt: number
  /** The session it has now: as it was planned, and as it went. */
  startsAt: number | null
  endsAt: number | null
  begunAt: number | null
  endedAt: number | null
  /** When something last happened in it; null before there was a line. */
  lastAt: number | null
  /** As the organiser chose; null: not chosen. */
  chosen: { names: number | null; all: number | null }
  /** Somebody's name still stands in it. */
  named: boolean
}

/**
 * Nobody pressed "Sluit de bijeenkomst", and without this nothing of it would ever be erased. A day: longer than any meeting
 * goes on after its programme without a single event, and the evening after one still finds it open.
 */
export const LEFT_OPEN_MS = DAY_MS

type Going = Pick<Held, 'startsAt' | 'endsAt' | 'begunAt' | 'endedAt' | 'lastAt'>

/** When one that was begun was over, as far as one can tell: as planned, or when last something happened. */
const lastSign = ({ startsAt, endsAt, begunAt, lastAt }: Going): number =>
  Math.max(begunAt ?? 0, endsAt ?? startsAt ?? 0, lastAt ?? 0)

/** Begun, never closed, and nobody has done anything in it for a day. */
export const isLeftOpen = (held: Going, now: number): boolean =>
  held.begunAt !== null && held.endedAt === null && lastSign(held) + LEFT_OPEN_MS <= now

/** The last session is over, or was planned to be. */
function over(held: Held): number {
  const { createdAt, startsAt, endsAt, begunAt, endedAt } = held
  const ended = endedAt ?? (begunAt === null ? (endsAt ?? startsAt) : lastSign(held))
  return Math.max(createdAt, ended ?? createdAt)
}

/** A choice that a later session has overtaken is none any more. */
export function keptUntil(held: Held): KeepUntil {
  const from = over(held)
  const stands = (chosen: number | null) => (chosen !== null && chosen > from ? chosen : null)
  const names = stands(held.chosen.names) ?? from + NAMES_KEPT_MS
  return { names, all: Math.max(names, stands(held.chosen.all) ?? from + ALL_KEPT_MS) }
}

/** Begun and not ended: nothing of it is touched, whatever the dates say. */
export const isUnderWay = (held: Going, now: number): boolean =>
  held.begunAt !== null && held.endedAt === null && !isLeftOpen(held, now)

/** People are still to come together; a day is left for who begins late. */
const isToCome = (held: Held, now: number): boolean =>
  held.begunAt === null && (held.endsAt ?? held.startsAt ?? 0) + DAY_MS > now

/** What is to be erased now. */
export function due(held: Held, now: number): 'nothing' | 'names' | 'all' {
  if (isUnderWay(held, now) || isToCome(held, now)) return 'nothing'
  const { names, all } = keptUntil(held)
  if (all <= now) return 'all'
  return names <= now && held.named ? 'names' : 'nothing'
}
