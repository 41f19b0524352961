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
  /** As the organiser chose; null: not chosen. */
  chosen: { names: number | null; all: number | null }
  /** Somebody's name still stands in it. */
  named: boolean
}

/** The last session is over, or was planned to be. */
const over = ({ createdAt, startsAt, endsAt, endedAt }: Held): number =>
  Math.max(createdAt, endedAt ?? endsAt ?? startsAt ?? createdAt)

/** A choice that a later session has overtaken is none any more. */
export function keptUntil(held: Held): KeepUntil {
  const from = over(held)
  const stands = (chosen: number | null) => (chosen !== null && chosen > from ? chosen : null)
  const names = stands(held.chosen.names) ?? from + NAMES_KEPT_MS
  return { names, all: Math.max(names, stands(held.chosen.all) ?? from + ALL_KEPT_MS) }
}

/** Begun and not ended: nothing of it is touched, whatever the dates say. */
export const isUnderWay = ({ begunAt, endedAt }: Pick<Held, 'begunAt' | 'endedAt'>): boolean =>
  begunAt !== null && endedAt === null

/** People are still to come together; a day is left for who begins late. */
const isToCome = (held: Held, now: number): boolean =>
  held.begunAt === null && (held.endsAt ?? held.startsAt ?? 0) + DAY_MS > now

/** What is to be erased now. */
export function due(held: Held, now: number): 'nothing' | 'names' | 'all' {
  if (isUnderWay(held) || isToCome(held, now)) return 'nothing'
  const { names, all } = keptUntil(held)
  if (all <= now) return 'all'
  return names <= now && held.named ? 'names' : 'nothing'
}
