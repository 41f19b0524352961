import { leads } from '../../shared/dialogue/places.ts'
import type { PersonId, RoomId, SessionState } from '../../shared/dialogue/model.ts'
import type { DeviceStatus, Presence } from '../../shared/protocol.ts'

/** A device may be gone this long before its person counts as away. */
const GRACE_MS = 3_000

/** Who is there. It hangs on the person; sockets only report it. */
export interface PresenceBook {
  arrived(person: PersonId): void
  gone(person: PersonId): void
  status(person: PersonId, status: DeviceStatus): void
  present(): ReadonlySet<PersonId>
  of(person: PersonId): Presence | null
  all(): Presence[]
  /**
   * Per room: when somebody who leads it was last here. Before this node knew anything it counts from its start;
   * whoever never opened the session was never here, so without another leader the room has no moment at all.
   */
  leaderLastSeen(state: SessionState): Record<RoomId, number>
  close(): void
}

/** `changed` is told of every change, with the person it is about. */
export function createPresence(now: () => number, changed: (person: PersonId) => void): PresenceBook {
  const started = now()
  const book = new Map<PersonId, Presence>()
  const sockets = new Map<PersonId, number>()
  const leaving = new Map<PersonId, NodeJS.Timeout>()

  const put = (person: PersonId, state: Presence['state'], status: DeviceStatus | null) => {
    const before = book.get(person)
    const since = before?.state === state ? before.since : now()
    book.set(person, { person, state, since, status })
    changed(person)
  }
  const lastSeen = (person: PersonId): number => {
    const found = book.get(person)
    if (!found) return started
    return found.state === 'here' ? now() : found.since
  }

  return {
    arrived(person) {
      clearTimeout(leaving.get(person))
      leaving.delete(person)
      sockets.set(person, (sockets.get(person) ?? 0) + 1)
      const before = book.get(person)
      if (before?.state !== 'here') put(person, 'here', before?.status ?? null)
    },
    gone(person) {
      const left = (sockets.get(person) ?? 1) - 1
      sockets.set(person, left)
      if (left > 0) return
      clearTimeout(leaving.get(person))
      leaving.set(
        person,
        setTimeout(() => {
          leaving.delete(person)
          put(person, 'away', null)
        }, GRACE_MS),
      )
    },
    status(person, status) {
      if (book.get(person)?.state === 'here') put(person, 'here', status)
    },
    present: () =>
      new Set([...book.values()].filter(({ state }) => state === 'here').map(({ person }) => person)),
    of: (person) => book.get(person) ?? null,
    all: () => [...book.values()],
    leaderLastSeen(state) {
      const seen: Record<RoomId, number> = {}
      for (const room of ['plenary', ...state.tableOrder]) {
        const leaders = state.order.filter(
          (person) => leads(state, person, room) && state.people[person]?.joined,
        )
        if (leaders.length > 0) seen[room] = Math.max(started, ...leaders.map(lastSeen))
      }
      return seen
    },
    close() {
      for (const timer of leaving.values()) clearTimeout(timer)
      leaving.clear()
    },
  }
}
