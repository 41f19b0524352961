import type { SessionId } from '../../shared/dialogue/model.ts'
import type { MediaRoomStore } from '../store/store.ts'
import { createInCommon } from './inCommon.ts'
import type { createListeners } from './listeners.ts'
import { createReconciler, OVERLAP_MS } from './reconciler.ts'
import { createRoomBook, type RoomBook } from './rooms.ts'
import { apart, seated, type Seating } from './seating.ts'
import type { createSfu } from './sfu.ts'
import type { SharedLeases } from './sharedLeases.ts'
import type { Hall, Located } from './toldOfPeople.ts'
import { underLead } from './underLead.ts'

export type Kind = 'seats' | 'asides'
export const SEATINGS: Record<Kind, Seating> = { seats: seated, asides: apart }

/** One session: where people are seated, and where two of them talk apart. The listener hears the first only. */
type Kept = Record<Kind, Hall> & {
  /** Does this node still lead it? */
  leads(): boolean
}

export interface HallsInput {
  sfu: ReturnType<typeof createSfu>
  mediaRooms: MediaRoomStore
  shared: SharedLeases | undefined
  /** Does another node lead this session now? */
  ledElsewhere(session: SessionId): Promise<boolean>
  emit: ReturnType<typeof createListeners>['emit']
  attempt(work: () => Promise<unknown>): void
  failed(error: unknown): void
  /** Other rooms are to be heard than before. */
  changed(): void
}

/** The rooms and people of every session that this node leads, and the rooms that ended sessions left. */
export interface Halls {
  all(): Hall[]
  of(session: SessionId): Hall[]
  /** Begins when it is not there yet. */
  keep(session: SessionId): Readonly<Kept>
  isLed(session: SessionId): boolean
  /** `leads`: does this node lead the session? Asked each time. */
  setLead(session: SessionId, leads: () => boolean): void
  /** Session and room behind an SFU room that is listened to. */
  locate(sfuRoom: string): Located | null
  /** The SFU rooms to be heard. */
  heard(): string[]
  /** Nothing of it goes on here; its rooms stay. */
  release(session: SessionId): void
  /** Its rooms are deleted; what cannot be is tried again by `clearUp`. */
  end(session: SessionId): Promise<void>
  /** What is left of ended sessions' rooms. Rejects with `MediaAway` when the SFU does not answer. */
  clearUp(): Promise<void>
  close(): void
}

export const ALWAYS = () => true
const both = ({ seats, asides }: Kept): Hall[] => [seats, asides]

async function deleteIn(books: readonly RoomBook[]): Promise<void> {
  for (const book of books) {
    await book.deleteAll()
    book.close()
  }
}

function shut({ rooms, people }: Hall): void {
  rooms.close()
  people.close()
}

export function createHalls(input: HallsInput): Halls {
  const { shared, failed } = input
  const sessions = new Map<SessionId, Kept>()
  /** Of sessions that have ended, until their last room is deleted. */
  const leaving = new Map<SessionId, readonly RoomBook[]>()

  function keep(session: SessionId): Kept {
    const found = sessions.get(session)
    if (found) return found
    // opened again meanwhile: the new book retires what the old one has not deleted
    for (const rooms of leaving.get(session) ?? []) rooms.close()
    leaving.delete(session)
    const leads = () => kept.leads()
    const kept: Kept = {
      leads: ALWAYS,
      seats: openHall(input, session, seated, leads),
      asides: openHall(input, session, apart, leads),
    }
    sessions.set(session, kept)
    return kept
  }

  /** Another node may lead the session since it ended here: then what is left of its rooms is that one's. */
  async function leaveLater(session: SessionId, rooms: readonly RoomBook[]) {
    const isElsewhere = await input.ledElsewhere(session)
    // opened again here meanwhile
    if (leaving.get(session) !== rooms) return
    if (isElsewhere) for (const book of rooms) book.close()
    else await deleteIn(rooms)
    if (leaving.get(session) === rooms) leaving.delete(session)
  }

  const of = (session: SessionId): Hall[] => {
    const kept = sessions.get(session)
    return kept ? both(kept) : []
  }

  return {
    all: () => [...sessions.values()].flatMap(both),
    of,
    keep,
    isLed: (session) => sessions.get(session)?.leads() ?? false,
    setLead: (session, leads) => void (keep(session).leads = leads),
    locate(sfuRoom) {
      for (const [session, { seats }] of sessions) {
        const place = seats.rooms.at(sfuRoom)
        if (place) return { session, room: place.room, hall: seats }
      }
      return null
    },
    heard: () => [...sessions.values()].flatMap(({ seats }) => seats.rooms.heard()),
    release(session) {
      of(session).forEach(shut)
      sessions.delete(session)
    },
    async end(session) {
      const kept = sessions.get(session)
      if (!kept) return
      sessions.delete(session)
      for (const { people } of both(kept)) people.close()
      const rooms = both(kept).map((hall) => hall.rooms)
      const endLeases = async () => kept.leads() && shared?.endAll(session)
      const later = (error: unknown) => {
        leaving.set(session, rooms)
        failed(error)
      }
      // all of it before another node leads this session and gives leases of its own
      await Promise.all([deleteIn(rooms).catch(later), endLeases().catch(failed)])
      // the lead goes with the session: for what is left it is asked each time
      kept.leads = ALWAYS
    },
    clearUp: async () =>
      void (await Promise.all([...leaving].map(([session, rooms]) => leaveLater(session, rooms)))),
    close() {
      for (const kept of sessions.values()) both(kept).forEach(shut)
      for (const rooms of [...leaving.values()].flat()) rooms.close()
    },
  }
}

function openHall(
  { sfu, mediaRooms, shared, emit, attempt, changed }: HallsInput,
  session: SessionId,
  seating: Seating,
  leads: () => boolean,
): Hall {
  const led = underLead(sfu, leads)
  const attemptLed = (work: () => Promise<unknown>) => (leads() ? attempt(work) : undefined)
  const rooms = createRoomBook({
    session,
    owns: seating.owns,
    sfu: led,
    store: mediaRooms,
    overlapMs: OVERLAP_MS,
    attempt,
    onChange: changed,
  })
  const people = createReconciler({
    session,
    sfu: led,
    rooms,
    seating,
    common: shared && createInCommon({ session, apart: seating === apart, shared, attempt: attemptLed }),
    attempt,
    onStray: (room, person) => emit((listener) => listener.stray?.(session, room, person)),
    onCopied: (room, person, noticed) =>
      emit((listener) => listener.copied?.(session, room, person, noticed)),
    onRenewed: (room) => emit((listener) => listener.renewed?.(session, room)),
  })
  return { rooms, people }
}
