import { leads } from '../../shared/dialogue/places.ts'
import type { PersonId, RoomId, SessionState } from '../../shared/dialogue/model.ts'
import type { DeviceStatus, Presence } from '../../shared/protocol.ts'
import type { NodeId } from '../bus/bus.ts'

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
  /** As their devices at this node tell it. */
  own(): Presence[]
  /** As another node tells it: all who are, or were, there. */
  elsewhere(node: NodeId, people: readonly Presence[]): void
  /** That node is gone, and whoever was there by it. */
  lost(node: NodeId): void
  /**
   * Per room: when somebody who leads it was last here. Before this node knew anything it counts from its start;
   * whoever never opened the session was never here, so without another leader the room has no moment at all.
   */
  leaderLastSeen(state: SessionState): Record<RoomId, number>
  close(): void
}

/** Whoever is here by one device is here; of those who are away the last moment counts. */
const better = (one: Presence, other: Presence): Presence => {
  if (one.state !== other.state) return one.state === 'here' ? one : other
  return one.since >= other.since ? one : other
}

export const awayFrom = (one: Presence, since: number): Presence => ({
  ...one,
  state: 'away',
  since,
  status: null,
})

/** `changed` is told of every change, with the person it is about; `ownChanged` when it is one of this node. */
export function createPresence(
  now: () => number,
  changed: (person: PersonId) => void,
  ownChanged: () => void = () => undefined,
): PresenceBook {
  const started = now()
  const own = new Map<PersonId, Presence>()
  const others = new Map<NodeId, ReadonlyMap<PersonId, Presence>>()
  const book = new Map<PersonId, Presence>()
  const sockets = new Map<PersonId, number>()
  const leaving = new Map<PersonId, NodeJS.Timeout>()

  const settle = (person: PersonId) => {
    const told = [own, ...others.values()].flatMap((each) => each.get(person) ?? [])
    const [first, ...more] = told
    if (first) book.set(person, more.reduce(better, first))
    else book.delete(person)
    changed(person)
  }
  const put = (person: PersonId, state: Presence['state'], status: DeviceStatus | null) => {
    const before = own.get(person)
    const since = before?.state === state ? before.since : now()
    own.set(person, { person, state, since, status })
    settle(person)
    ownChanged()
  }
  const keep = (node: NodeId, people: readonly Presence[]) => {
    const before = others.get(node) ?? new Map<PersonId, Presence>()
    others.set(node, new Map(people.map((each) => [each.person, each])))
    const same = (each: Presence) => JSON.stringify(before.get(each.person)) === JSON.stringify(each)
    const left = [...before.keys()].filter((person) => !others.get(node)?.has(person))
    for (const { person } of people.filter((each) => !same(each))) settle(person)
    for (const person of left) settle(person)
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
      const before = own.get(person)
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
      if (own.get(person)?.state === 'here') put(person, 'here', status)
    },
    present: () =>
      new Set([...book.values()].filter(({ state }) => state === 'here').map(({ person }) => person)),
    of: (person) => book.get(person) ?? null,
    all: () => [...book.values()],
    own: () => [...own.values()],
    elsewhere: keep,
    lost(node) {
      const there = [...(others.get(node)?.values() ?? [])]
      keep(
        node,
        there.map((each) => (each.state === 'away' ? each : awayFrom(each, now()))),
      )
    },
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
