import { randomText } from '../kit/newId.ts'
import type { MediaRoomStore } from '../store/store.ts'
import { personGrant } from './grants.ts'
import { toGiven } from './inCommon.ts'
import { leaseIdOf, newLease } from './leases.ts'
import type { Media } from './media.ts'
import { apart, type Seating } from './seating.ts'
import type { Sfu } from './sfu.ts'
import type { SharedLeases } from './sharedLeases.ts'

export interface PassElsewhereInput {
  sfu: Pick<Sfu, 'createRoom' | 'mint'>
  /** Where browsers reach it. */
  url: string
  mediaRooms: Pick<MediaRoomStore, 'name'>
  shared: Pick<SharedLeases, 'give'>
}

/** Another node leads this session and watches over its rooms: here the pass is given, and no more. */
export async function passElsewhere(
  { sfu, url, mediaRooms, shared }: PassElsewhereInput,
  seating: Seating,
  ...[state, person, displaced]: Parameters<Media['pass']>
): ReturnType<Media['pass']> {
  const place = seating.placeOf(state, person)
  if (place === null) return null
  const { room, version } = place
  // asked each time: that node may have put another room in its place
  const sfuRoom = await mediaRooms.name(state.id, room, version, randomText())
  await sfu.createRoom(sfuRoom)
  const lease = newLease({ person, room, version, sfuRoom }, seating.sending(state, room, person))
  await shared.give(state.id, toGiven(lease, seating === apart, state.seq, displaced))
  const token = await sfu.mint(lease.identity, personGrant(sfuRoom, lease.wanted))
  return { url, token, room, version, lease: leaseIdOf(lease) }
}
