import type { PersonId, RoomId, SessionId, SessionState } from '../../shared/dialogue/model.ts'
import { mayBeHeard } from '../../shared/dialogue/hearing.ts'
import { openRooms, placeOf, roomVersion } from '../../shared/dialogue/places.ts'
import type { MediaPass } from '../../shared/protocol.ts'
import { NOTHING, personGrant, sameSending, sendingOf } from './grants.ts'
import { adopt, newLease, personOf, type Lease } from './leases.ts'
import type { RoomBook } from './rooms.ts'
import type { Participant, Sfu } from './sfu.ts'

/** T3: hearing may overlap between plenary and table for so long; sending never does. */
export const OVERLAP_MS = 2_000
/** Sound without the right to it may be a message that is under way; longer than this it is not. */
const STRAY_MS = 1_000
/** Joins come in bursts; one look answers for all of them. */
const LOOK_MS = 40

/** One session's people in the SFU: who should be where, and what is done about the difference. */
export interface Reconciler {
  /** Take over this state, unless a newer one is known. */
  follow(state: SessionState): void
  pass(state: SessionState, person: PersonId, url: string): Promise<MediaPass | null>
  /** Compare one SFU room, or all, with what is intended. Rejects with `MediaAway`. */
  look(sfuRoom?: string): Promise<void>
  /** Something happened in this room: look at it in a moment. */
  lookSoon(sfuRoom: string): void
  /** Remove somebody who sends sound where or how they may not. */
  stray(sfuRoom: string, identity: string): Promise<void>
  /** This person's devices are signed out. */
  dismiss(person: PersonId): void
  people(): Record<PersonId, unknown>
  close(): void
}

export interface ReconcilerDeps {
  session: SessionId
  sfu: Sfu
  rooms: RoomBook
  /** Runs SFU work that nobody waits for; failures are noted and mended by the next look. */
  attempt(work: () => Promise<unknown>): void
  onStray(room: RoomId, person: PersonId): void
}

export function createReconciler({ sfu, rooms, attempt, onStray }: ReconcilerDeps): Reconciler {
  const startedAt = Date.now()
  let state: SessionState | null = null
  const leases = new Map<PersonId, Lease>()
  /** Leases that are over, by identity, and until when their owner may still hear the old room. */
  const leaving = new Map<string, number>()
  /** People to whom this process gave or refused a lease: only others can be adopted. */
  const known = new Set<PersonId>()
  const timers = new Set<NodeJS.Timeout>()
  const looking = new Map<string, NodeJS.Timeout>()

  function after(ms: number, work: () => void): NodeJS.Timeout {
    const timer = setTimeout(() => {
      timers.delete(timer)
      work()
    }, ms)
    timers.add(timer)
    return timer
  }

  /** Tell the SFU what this lease may send; the last wish wins, however many there are meanwhile. */
  async function apply(lease: Lease) {
    if (lease.working) return
    lease.working = true
    try {
      while (!lease.applied || !sameSending(lease.applied, lease.wanted)) {
        const wanted = lease.wanted
        await sfu.setPermission(lease.sfuRoom, lease.identity, wanted)
        lease.applied = wanted
      }
    } finally {
      lease.working = false
    }
  }

  function dismiss(lease: Lease, overlapMs: number) {
    if (leases.get(lease.person) === lease) leases.delete(lease.person)
    if (overlapMs === 0) return attempt(() => sfu.remove(lease.sfuRoom, lease.identity))
    leaving.set(lease.identity, Date.now() + overlapMs)
    lease.wanted = NOTHING
    attempt(() => apply(lease))
    after(overlapMs, () => {
      leaving.delete(lease.identity)
      attempt(() => sfu.remove(lease.sfuRoom, lease.identity))
    })
  }

  function seat(now: SessionState, lease: Lease) {
    const room = placeOf(now, lease.person)
    if (room === lease.room && roomVersion(now, room) === lease.version) {
      lease.wanted = sendingOf(now, room, lease.person)
      return attempt(() => apply(lease))
    }
    const betweenTables = room !== 'plenary' && lease.room !== 'plenary'
    dismiss(lease, room === null || betweenTables ? 0 : OVERLAP_MS)
  }

  function follow(next: SessionState) {
    if (state && next.seq < state.seq) return
    state = next
    const now = next
    rooms.follow(openRooms(now).map((room) => ({ room, version: roomVersion(now, room) })))
    // Microphones are taken before they are given: never two where one may be heard.
    const loses = (lease: Lease) =>
      lease.wanted.microphone && !sendingOf(now, lease.room, lease.person).microphone
    const all = [...leases.values()]
    for (const lease of [...all.filter(loses), ...all.filter((one) => !loses(one))]) seat(now, lease)
  }

  async function pass(given: SessionState, person: PersonId, url: string): Promise<MediaPass | null> {
    follow(given)
    const before = state ?? given
    const room = placeOf(before, person)
    if (room === null) return null
    const version = roomVersion(before, room)
    const sfuRoom = await rooms.make(room, version)
    const now = state ?? given
    // Moved while the room was made: the pass would be for the wrong one.
    if (placeOf(now, person) !== room || roomVersion(now, room) !== version) return pass(now, person, url)
    const earlier = leases.get(person)
    if (earlier) dismiss(earlier, 0)
    const lease = newLease({ person, room, version, sfuRoom }, sendingOf(now, room, person))
    // The token carries these rights.
    lease.applied = lease.wanted
    leases.set(person, lease)
    known.add(person)
    const token = await sfu.mint(lease.identity, personGrant(sfuRoom, lease.wanted))
    return { url, token, room, version, lease: lease.identity.slice(person.length + 1) }
  }

  /** The lease this connection has, taking over one from before this process where it is in its right place. */
  function leaseOf(sfuRoom: string, participant: Participant): Lease | null {
    const person = personOf(participant.identity)
    const place = rooms.at(sfuRoom)
    if (person === null || !place) return null
    const lease = leases.get(person)
    if (lease) return lease.identity === participant.identity && lease.sfuRoom === sfuRoom ? lease : null
    const now = state
    const seated =
      now && placeOf(now, person) === place.room && roomVersion(now, place.room) === place.version
    if (!seated || known.has(person) || participant.joinedAtMs >= startedAt) return null
    const adopted = adopt(participant.identity, { person, ...place, sfuRoom })
    adopted.wanted = sendingOf(now, place.room, person)
    leases.set(person, adopted)
    known.add(person)
    return adopted
  }

  async function check(sfuRoom: string, participant: Participant) {
    const { identity } = participant
    if (personOf(identity) === null) return
    const lease = leaseOf(sfuRoom, participant)
    if (!lease) {
      const until = leaving.get(identity)
      if (until === undefined || until < Date.now()) return sfu.remove(sfuRoom, identity)
      if (participant.sending.microphone || participant.sending.camera)
        await sfu.setPermission(sfuRoom, identity, NOTHING)
      return
    }
    if (participant.mislabelled) return stray(sfuRoom, identity)
    if (!lease.working && (participant.beyond || !sameSending(participant.sending, lease.wanted)))
      lease.applied = null
    await apply(lease)
    const heard = state !== null && mayBeHeard(state, lease.room, lease.person)
    // before a turn has begun its holder may have a microphone there, as long as it is muted
    const ready = lease.wanted.microphone && participant.muted
    if (!participant.sounding || heard || ready) {
      lease.soundingSince = null
      return
    }
    lease.soundingSince ??= Date.now()
    if (Date.now() - lease.soundingSince >= STRAY_MS) return stray(sfuRoom, identity)
    after(STRAY_MS, () => lookSoon(sfuRoom))
  }

  async function stray(sfuRoom: string, identity: string) {
    const person = personOf(identity)
    const place = rooms.at(sfuRoom)
    await sfu.remove(sfuRoom, identity)
    if (person === null || !place) return
    if (leases.get(person)?.identity === identity) leases.delete(person)
    known.add(person)
    onStray(place.room, person)
  }

  async function look(only?: string) {
    const names = only === undefined ? rooms.names() : [only]
    await Promise.all(
      names.map(async (sfuRoom) => {
        const there = await sfu.participants(sfuRoom)
        await Promise.all(there.map((participant) => check(sfuRoom, participant)))
      }),
    )
  }

  function lookSoon(sfuRoom: string) {
    if (looking.has(sfuRoom)) return
    looking.set(
      sfuRoom,
      after(LOOK_MS, () => {
        looking.delete(sfuRoom)
        attempt(() => look(sfuRoom))
      }),
    )
  }

  return {
    follow,
    pass,
    look,
    lookSoon,
    stray,
    dismiss(person) {
      // nothing this person had before our time is taken over any more
      known.add(person)
      const lease = leases.get(person)
      if (lease) return dismiss(lease, 0)
      for (const name of rooms.names()) lookSoon(name)
    },
    people: () => state?.people ?? {},
    close() {
      for (const timer of timers) clearTimeout(timer)
      timers.clear()
    },
  }
}
