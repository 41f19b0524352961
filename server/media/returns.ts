import type { PersonId } from '../../shared/dialogue/model.ts'

/** So often within this time somebody may come in with a pass that is over: a device that was away does, once. */
const RETURNS = 3
const WINDOW_MS = 600_000
/** Before one person moves everybody of a room again; doubled each time, for whoever has a login can come by a new pass. */
const PAUSE_MS = 10_000
const LONGEST_MS = 160_000

/**
 * Threat 25: a token outlives the right to use it, for the SFU renews it while it is used. Whoever comes back with one is out in a moment,
 * yet hears that moment. Whoever keeps coming back is shut out by renewing the room behind it.
 */
export interface Returns {
  /** This connection had the right to be in until now. */
  wasRight(connection: string): void
  /** This one has not. True when it is time to renew the room. */
  note(sfuRoom: string, person: PersonId, connection: string): boolean
  /** This person is why a room was renewed. */
  renewedFor(person: PersonId): void
}

export function createReturns(): Returns {
  const right = new Set<string>()
  /** Connections by SFU room and person, and when they came. */
  const came = new Map<string, Map<string, number>>()
  const pauses = new Map<PersonId, { ms: number; until: number }>()

  return {
    wasRight: (connection) => void right.add(connection),
    note(sfuRoom, person, connection) {
      if (right.has(connection)) return false
      const key = `${sfuRoom} ${person}`
      const mine = came.get(key) ?? new Map<string, number>()
      came.set(key, mine)
      if (!mine.has(connection)) mine.set(connection, performance.now())
      for (const [each, at] of mine) if (performance.now() - at > WINDOW_MS) mine.delete(each)
      return mine.size >= RETURNS && performance.now() >= (pauses.get(person)?.until ?? 0)
    },
    renewedFor(person) {
      const ms = Math.min(LONGEST_MS, 2 * (pauses.get(person)?.ms ?? PAUSE_MS / 2))
      pauses.set(person, { ms, until: performance.now() + ms })
    },
  }
}
