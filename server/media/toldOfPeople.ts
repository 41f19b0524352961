import type { PersonId, RoomId, SessionId } from '../../shared/dialogue/model.ts'
import { personOf } from './leases.ts'
import type { ListeningEvents } from './listening.ts'
import type { MediaListener } from './media.ts'
import type { Reconciler } from './reconciler.ts'
import type { RoomBook } from './rooms.ts'

/** SFU rooms, and the people who belong in them. */
export interface Hall {
  rooms: RoomBook
  people: Reconciler
}

/** What an SFU room is in the dialogue. */
export interface Located {
  session: SessionId
  room: RoomId
  hall: Hall
}

export interface PeopleInput {
  /** Null for a room of no session that is kept here. */
  locate(sfuRoom: string): Located | null
  emit(call: (listener: MediaListener) => void): void
  attempt(work: () => Promise<unknown>): void
}

/** What the listener says of SFU rooms and identities, told of the rooms and the people of the dialogue. */
export function tellOfPeople({ locate, emit, attempt }: PeopleInput): Omit<ListeningEvents, 'pass'> {
  /** Who talks, by SFU room. */
  const talking = new Map<string, string[]>()
  return {
    measuring(sfuRoom, measuring, atMs) {
      const at = locate(sfuRoom)
      if (at) emit((listener) => listener.measuring?.(at.session, at.room, measuring, atMs))
    },
    joined: (sfuRoom) => locate(sfuRoom)?.hall.people.lookSoon(sfuRoom),
    track(sfuRoom, identity, microphone) {
      const people = locate(sfuRoom)?.hall.people
      if (microphone) people?.lookSoon(sfuRoom)
      else if (people) attempt(() => people.stray(sfuRoom, identity))
    },
    speaking(sfuRoom, identities) {
      if (identities.length > 0) talking.set(sfuRoom, identities)
      else talking.delete(sfuRoom)
      const at = locate(sfuRoom)
      if (!at) return
      const { rooms } = at.hall
      // while a room is renewed there are two behind it
      const there = rooms.heard().filter((name) => rooms.at(name)?.room === at.room)
      const heard = there.flatMap((name) => talking.get(name) ?? [])
      const people = heard.map((one) => known(at.hall, one)).filter((person) => person !== null)
      emit((listener) => listener.speaking?.(at.session, at.room, [...new Set(people)]))
    },
    muted(sfuRoom, identity, atMs) {
      const at = locate(sfuRoom)
      const person = at && known(at.hall, identity)
      if (at && person) emit((listener) => listener.muted?.(at.session, at.room, person, atMs))
    },
    throughAir(sfuRoom, identity, of) {
      const at = locate(sfuRoom)
      const [person, other] = at ? [known(at.hall, identity), known(at.hall, of)] : []
      if (at && person && other) emit((listener) => listener.throughAir?.(at.session, at.room, person, other))
    },
    spoke(sfuRoom, identity, startMs, endMs) {
      const at = locate(sfuRoom)
      const person = at && known(at.hall, identity)
      if (at && person) emit((listener) => listener.spoke?.(at.session, at.room, person, startMs, endMs))
    },
  }
}

/** The person behind an identity, where they are of this session. */
function known({ people }: Hall, identity: string): PersonId | null {
  const person = personOf(identity)
  return person !== null && person in people.people() ? person : null
}
