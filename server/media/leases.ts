import { randomText } from '../kit/newId.ts'
import type { PersonId, RoomId } from '../../shared/dialogue/model.ts'
import { NOTHING, type Sending } from './grants.ts'

/** One device's right to be in one SFU room for one person. */
export interface Lease {
  person: PersonId
  /** `<personId>:<lease>`, the SFU's identity. */
  identity: string
  room: RoomId
  version: number
  sfuRoom: string
  /** What it should be able to send, and what the SFU was last told or seen to allow (null: not known). */
  wanted: Sending
  applied: Sending | null
  /** A permission request is under way; it goes on until `applied` is what is wanted. */
  working: boolean
  /** Heard without the right to be, since. */
  soundingSince: number | null
  /** The connection this lease is for, by the SFU's mark: the first one seen, until the owner names another. */
  holder: string | null
  /** Another connection than the holder uses this pass, since. */
  takenSince: number | null
}

const LISTENER_PREFIX = 'listener:'

export function newListenerIdentity(): string {
  return LISTENER_PREFIX + randomText()
}

/** The person behind an identity; null for the listener. */
export function personOf(identity: string): PersonId | null {
  if (identity.startsWith(LISTENER_PREFIX)) return null
  return identity.slice(0, identity.lastIndexOf(':'))
}

export function newLease(
  place: Pick<Lease, 'person' | 'room' | 'version' | 'sfuRoom'>,
  wanted: Sending,
): Lease {
  return {
    ...place,
    identity: `${place.person}:${randomText()}`,
    wanted,
    applied: null,
    working: false,
    soundingSince: null,
    holder: null,
    takenSince: null,
  }
}

/** What the owner knows a lease by: the part of the identity behind the person. */
export function leaseIdOf({ person, identity }: Lease): string {
  return identity.slice(person.length + 1)
}

/** A connection made before this process began, for its media went on while the server was away, or with a pass from another node. */
export function adopt(
  identity: string,
  { person, room, version, sfuRoom }: Pick<Lease, 'person' | 'room' | 'version' | 'sfuRoom'>,
): Lease {
  return { ...newLease({ person, room, version, sfuRoom }, NOTHING), identity }
}
