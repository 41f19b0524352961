import type { PersonId, RoomId, SessionId, SessionState } from '../../shared/dialogue/model.ts'
import type { MediaPass } from '../../shared/protocol.ts'
import { allow } from './allow.ts'
import { createChecks, type Checks } from './checks.ts'
import { NOTHING, personGrant } from './grants.ts'
import { claim } from './holder.ts'
import type { InCommon } from './inCommon.ts'
import { createLater } from './later.ts'
import { createLeaseBook } from './leaseBook.ts'
import { adopt, leaseIdOf, newLease, type Lease } from './leases.ts'
import { createLooks, type Looks } from './looks.ts'
import { createReturns } from './returns.ts'
import { samePlace, type RoomBook } from './rooms.ts'
import type { Seating } from './seating.ts'
import type { Sfu } from './sfu.ts'
import type { GivenLease } from '../store/nodeStore.ts'

/** T3: hearing may overlap between plenary and table for so long; sending never does. */
export const OVERLAP_MS = 2_000

/** One session's people in the SFU: who should be where, and what is done about the difference. */
export interface Reconciler extends Looks, Pick<Checks, 'stray'> {
  /** Take over this state, unless a newer one is known. */
  follow(state: SessionState): void
  pass(state: SessionState, person: PersonId, url: string, displaced?: string): Promise<MediaPass | null>
  /** This person says which connection with this lease is theirs. */
  joined(person: PersonId, leaseId: string, connection: string): void
  /** Leases that other nodes gave or ended are followed here. Rejects when the database does not answer. */
  share(): Promise<void>
  /** This person's devices are signed out. */
  dismiss(person: PersonId): void
  people(): Record<PersonId, unknown>
  close(): void
}

export interface ReconcilerDeps {
  session: SessionId
  sfu: Sfu
  rooms: RoomBook
  seating: Seating
  /** With the other nodes; left out: there are none. */
  common?: InCommon | undefined
  /** Runs SFU work that nobody waits for; failures are noted and mended by the next look. */
  attempt(work: () => Promise<unknown>): void
  onStray(room: RoomId, person: PersonId): void
  /** Somebody else used this person's pass and is out. `noticed`: the person's own device said so. */
  onCopied(room: RoomId, person: PersonId, noticed: boolean): void
  /** There is another SFU room behind this room: everybody is to ask for a pass and come over. */
  onRenewed(room: RoomId): void
}

export function createReconciler(deps: ReconcilerDeps): Reconciler {
  const { sfu, rooms, seating, attempt, common } = deps
  let state: SessionState | null = null
  const leases = createLeaseBook()
  const returns = createReturns()
  const later = createLater()
  const { look, lookSoon } = createLooks({
    sfu,
    rooms,
    later,
    attempt,
    check: (sfuRoom, participant) => check(sfuRoom, participant),
  })
  const { check, stray } = createChecks({
    ...deps,
    leases,
    returns,
    later,
    lookSoon,
    state: () => state,
    end: (lease) => end(lease, 0),
  })

  function end(lease: Lease, overlapMs: number) {
    leases.end(lease, overlapMs)
    common?.end(lease)
    if (lease.holder) returns.wasRight(lease.holder)
  }

  function dismiss(lease: Lease, overlapMs: number) {
    end(lease, overlapMs)
    const remove = () => attempt(() => sfu.remove(lease.sfuRoom, lease.identity))
    if (overlapMs === 0) return remove()
    lease.wanted = NOTHING
    attempt(() => allow(sfu, lease))
    later.after(overlapMs, remove)
  }

  function seat(now: SessionState, lease: Lease) {
    const place = seating.placeOf(now, lease.person)
    if (samePlace(place, lease)) {
      lease.wanted = seating.sending(now, lease.room, lease.person)
      return attempt(() => allow(sfu, lease))
    }
    const betweenTables = place?.room !== 'plenary' && lease.room !== 'plenary'
    dismiss(lease, place === null || betweenTables ? 0 : OVERLAP_MS)
  }

  function follow(next: SessionState) {
    if (state && next.seq < state.seq) return
    state = next
    const now = next
    rooms.follow(seating.places(now))
    // Microphones are taken before they are given: never two where one may be heard.
    const loses = (lease: Lease) =>
      lease.wanted.microphone && !seating.sending(now, lease.room, lease.person).microphone
    const all = leases.all()
    for (const lease of [...all.filter(loses), ...all.filter((one) => !loses(one))]) seat(now, lease)
  }

  async function pass(
    given: SessionState,
    person: PersonId,
    url: string,
    displaced?: string,
  ): Promise<MediaPass | null> {
    follow(given)
    const before = state ?? given
    const place = seating.placeOf(before, person)
    if (place === null) return null
    const { room, version } = place
    const sfuRoom = await rooms.make(room, version)
    const lease = newLease({ person, room, version, sfuRoom }, NOTHING)
    await common?.give(lease, before.seq, displaced)
    const now = state ?? given
    // Moved while the room was made or the lease stored: the pass would be for the wrong one.
    if (!samePlace(seating.placeOf(now, person), place)) return pass(now, person, url, displaced)
    lease.wanted = seating.sending(now, room, person)
    // The token carries these rights.
    lease.applied = lease.wanted
    take(lease, displaced)
    const token = await sfu.mint(lease.identity, personGrant(sfuRoom, lease.wanted))
    return { url, token, room, version, lease: leaseIdOf(lease) }
  }

  /** From now on this is the person's lease; what they had before is given up. */
  function take(lease: Lease, displaced: string | null | undefined) {
    const earlier = leases.of(lease.person)
    if (earlier) giveUp(earlier, lease.sfuRoom, leaseIdOf(earlier) === displaced)
    leases.give(lease)
  }

  async function share() {
    const given = await common?.read()
    if (!given || !state) return
    const inForce = new Set(given.map(({ identity }) => identity))
    for (const lease of leases.settled()) if (!inForce.has(lease.identity)) dismiss(lease, 0)
    for (const one of given) {
      const known = leases.behind(one.identity)
      if (known) {
        if (one.connection !== null && one.connection !== known.holder) claim(known, one.connection)
      }
      // on a state that has not come here yet: soon
      else if (one.seq <= state.seq) accept(one, state)
    }
  }

  function accept({ displaced, connection, ...given }: GivenLease, now: SessionState) {
    const lease = adopt(given.identity, given)
    // a room that another node asked for first
    if (!rooms.at(given.sfuRoom)) rooms.learn()
    take(lease, displaced)
    if (connection !== null) claim(lease, connection)
    seat(now, lease)
  }

  /** One place has one device at a time, save on the way to the room that takes the place of its own: there it sounds on. */
  function giveUp(lease: Lease, sfuRoom: string, taken: boolean) {
    if (taken || lease.sfuRoom === sfuRoom) dismiss(lease, 0)
    else {
      leases.goOver(lease)
      later.after(OVERLAP_MS, () => dismiss(lease, 0))
    }
    if (taken) deps.onCopied(lease.room, lease.person, true)
  }

  return {
    follow,
    pass,
    look,
    lookSoon,
    stray,
    share,
    joined(person, leaseId, connection) {
      const lease = leases.of(person)
      if (!lease || leaseIdOf(lease) !== leaseId) return
      claim(lease, connection)
      common?.claim(lease, connection)
    },
    dismiss(person) {
      // nothing this person had before our time is taken over any more
      leases.refuse(person)
      const own = leases.all().filter((lease) => lease.person === person)
      for (const lease of own) dismiss(lease, 0)
      if (own.length > 0) return
      for (const name of rooms.names()) lookSoon(name)
    },
    people: () => state?.people ?? {},
    close: later.close,
  }
}
