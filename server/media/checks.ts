import type { PersonId, RoomId, SessionState } from '../../shared/dialogue/model.ts'
import { allow } from './allow.ts'
import { NOTHING, sameSending } from './grants.ts'
import { CLAIM_MS, holds } from './holder.ts'
import type { InCommon } from './inCommon.ts'
import type { Later } from './later.ts'
import type { LeaseBook } from './leaseBook.ts'
import { adopt, personOf, type Lease } from './leases.ts'
import type { Returns } from './returns.ts'
import { samePlace, type RoomBook } from './rooms.ts'
import type { Seating } from './seating.ts'
import type { Participant, Sfu } from './sfu.ts'

/** Sound without the right to it may be a message that is under way; longer than this it is not. */
const STRAY_MS = 1_000

/** What is done about one connection that the SFU has. */
export interface Checks {
  check(sfuRoom: string, participant: Participant): Promise<unknown>
  /** Remove somebody who sends sound where or how they may not. */
  stray(sfuRoom: string, identity: string): Promise<void>
}

export interface CheckDeps {
  sfu: Sfu
  rooms: RoomBook
  seating: Seating
  leases: LeaseBook
  returns: Returns
  common?: Pick<InCommon, 'isGiven'> | undefined
  later: Later
  state(): SessionState | null
  lookSoon(sfuRoom: string): void
  /** This lease is over. */
  end(lease: Lease): void
  onStray(room: RoomId, person: PersonId): void
  onCopied(room: RoomId, person: PersonId, noticed: boolean): void
  onRenewed(room: RoomId): void
}

export function createChecks(deps: CheckDeps): Checks {
  const { sfu, rooms, seating, leases, returns, later, lookSoon, end } = deps
  const startedAt = Date.now()

  async function check(sfuRoom: string, participant: Participant) {
    const { identity, sid } = participant
    const person = personOf(identity)
    if (person === null) return
    const lease = leases.behind(identity) ?? adopted(sfuRoom, person, participant)
    if (lease?.sfuRoom !== sfuRoom) return checkUnleased(sfuRoom, person, participant)
    const whose = holds(lease, sid)
    if (whose === 'another') {
      end(lease)
      await sfu.remove(sfuRoom, identity)
      return deps.onCopied(lease.room, person, false)
    }
    if (whose === 'unclaimed') later.after(CLAIM_MS, () => lookSoon(sfuRoom))
    if (participant.mislabelled) return stray(sfuRoom, identity)
    if (!lease.working && (participant.beyond || !sameSending(participant.sending, lease.wanted)))
      lease.applied = null
    await allow(sfu, lease)
    return checkSound(lease, participant)
  }

  /** A lease for a connection from before this process, where it is in its right place. */
  function adopted(sfuRoom: string, person: PersonId, participant: Participant): Lease | null {
    const state = deps.state()
    const place = rooms.at(sfuRoom)
    if (!state || !place || leases.refused(person) || participant.joinedAtMs >= startedAt) return null
    if (!samePlace(seating.placeOf(state, person), place)) return null
    const lease = adopt(participant.identity, { person, ...place, sfuRoom })
    lease.wanted = seating.sending(state, place.room, person)
    leases.give(lease)
    return lease
  }

  async function checkUnleased(sfuRoom: string, person: PersonId, { identity, sid, sending }: Participant) {
    if (leases.mayStillHear(identity)) {
      if (sending.microphone || sending.camera) await sfu.setPermission(sfuRoom, identity, NOTHING)
      return
    }
    if (await deps.common?.isGiven(identity)) return
    await sfu.remove(sfuRoom, identity)
    if (!returns.note(sfuRoom, person, sid)) return
    const place = await rooms.renew(sfuRoom)
    if (!place) return
    returns.renewedFor(person)
    deps.onRenewed(place.room)
  }

  async function checkSound(lease: Lease, { identity, muted, sounding }: Participant) {
    const state = deps.state()
    const heard = state !== null && seating.heard(state, lease.room, lease.person)
    // before a turn has begun its holder may have a microphone there, as long as it is muted
    const ready = lease.wanted.microphone && muted
    if (!sounding || heard || ready) {
      lease.soundingSince = null
      return
    }
    lease.soundingSince ??= performance.now()
    if (performance.now() - lease.soundingSince >= STRAY_MS) return stray(lease.sfuRoom, identity)
    later.after(STRAY_MS, () => lookSoon(lease.sfuRoom))
  }

  async function stray(sfuRoom: string, identity: string) {
    const person = personOf(identity)
    const place = rooms.at(sfuRoom)
    await sfu.remove(sfuRoom, identity)
    if (person === null || !place) return
    const lease = leases.behind(identity)
    if (lease) end(lease)
    leases.refuse(person)
    deps.onStray(place.room, person)
  }

  return { check, stray }
}
