import type { SessionId } from '../../shared/dialogue/model.ts'
import { errorText } from '../kit/errorText.ts'
import type { MediaRoomStore } from '../store/store.ts'
import { listenerGrant } from './grants.ts'
import { createInCommon } from './inCommon.ts'
import { newListenerIdentity } from './leases.ts'
import { lineTrial } from './trial.ts'
import { createListeners } from './listeners.ts'
import { startListening, type Listening } from './listening.ts'
import type { Log } from './log.ts'
import { MediaAway, type Media } from './media.ts'
import { passElsewhere } from './passElsewhere.ts'
import { createReconciler, OVERLAP_MS } from './reconciler.ts'
import { createRoomBook, type RoomBook } from './rooms.ts'
import { apart, seated, type Seating } from './seating.ts'
import { createSfu, type SfuAddress } from './sfu.ts'
import type { SharedLeases } from './sharedLeases.ts'
import { tellOfPeople, type Hall, type Located } from './toldOfPeople.ts'
import { underLead } from './underLead.ts'

export interface LiveKitOptions {
  sfu: SfuAddress
  mediaRooms: MediaRoomStore
  log: Log
  /** Of all nodes of the instance; left out: there is one. */
  shared?: SharedLeases | undefined
  /** Does another node lead this session now? Left out: there is one node. */
  ledElsewhere?: ((session: SessionId) => Promise<boolean>) | undefined
}

/** `Media`, and what a benchmark wants to know of the listener. */
export interface LiveKitMedia extends Media {
  listener: Pick<Listening, 'cpuMs' | 'pid'>
}

const LOOK_MS = 2_000
/** While the SFU is away, and until it has answered once. */
const RETRY_MS = 500

/** One session: where people are seated, and where two of them talk apart. The listener hears the first only. */
interface Kept {
  /** Does this node still lead it? */
  leads(): boolean
  seats: Hall
  asides: Hall
}
type Kind = 'seats' | 'asides'
const SEATINGS: Record<Kind, Seating> = { seats: seated, asides: apart }
const ALWAYS = () => true
const hallsOf = ({ seats, asides }: Kept): Hall[] => [seats, asides]

async function leave(rooms: RoomBook[]): Promise<void> {
  for (const book of rooms) {
    await book.deleteAll()
    book.close()
  }
}

/** Sound and picture over a LiveKit server. Starts the listener; an SFU that is away is no reason to reject. */
export async function createLiveKitMedia({
  sfu: address,
  mediaRooms,
  log,
  shared,
  ledElsewhere = () => Promise.resolve(false),
}: LiveKitOptions): Promise<LiveKitMedia> {
  const sfu = createSfu(address)
  /** Where browsers reach it. */
  const url = address.publicUrl ?? address.url
  const sessions = new Map<SessionId, Kept>()
  /** Of sessions that have ended, until their last room is deleted. */
  const leaving = new Map<SessionId, RoomBook[]>()
  const { emit, on } = createListeners(log)
  let up = false
  let told: boolean | null = null
  let closed = false
  let timer: NodeJS.Timeout | null = null

  function answered(available: boolean) {
    up = available
    if (told === available) return
    told = available
    if (available) log.info({}, 'the SFU answers')
    else log.warn({}, 'the SFU does not answer; text, queue and timers go on')
    emit((listener) => listener.available?.(available))
  }

  function failed(error: unknown) {
    if (closed) return
    if (error instanceof MediaAway) answered(false)
    else log.warn({ error: errorText(error) }, 'media work failed; it is tried again')
  }

  function attempt(work: () => Promise<unknown>) {
    if (!closed) work().catch(failed)
  }

  function attend() {
    if (!closed) listening.attend([...sessions.values()].flatMap(({ seats }) => seats.rooms.heard()))
  }

  const halls = (session: SessionId): Hall[] => {
    const kept = sessions.get(session)
    return kept ? hallsOf(kept) : []
  }

  const isLed = (session: SessionId): boolean => sessions.get(session)?.leads() ?? false

  /** Session and room behind an SFU room that is listened to. */
  function locate(sfuRoom: string): Located | null {
    for (const [session, { seats }] of sessions) {
      const place = seats.rooms.at(sfuRoom)
      if (place) return { session, room: place.room, hall: seats }
    }
    return null
  }

  const listening = startListening(
    {
      async pass(room) {
        await sfu.createRoom(room)
        return { url: address.url, token: await sfu.mint(newListenerIdentity(), listenerGrant(room)) }
      },
      ...tellOfPeople({ locate, emit, attempt }),
    },
    log,
  )

  function keep(session: SessionId): Kept {
    const found = sessions.get(session)
    if (found) return found
    // opened again meanwhile: the new book retires what the old one has not deleted
    for (const rooms of leaving.get(session) ?? []) rooms.close()
    leaving.delete(session)
    const leads = () => kept.leads()
    const kept: Kept = {
      leads: ALWAYS,
      seats: openHall(session, 'seats', leads),
      asides: openHall(session, 'asides', leads),
    }
    sessions.set(session, kept)
    return kept
  }

  function openHall(session: SessionId, kind: Kind, leads: () => boolean): Hall {
    const seating = SEATINGS[kind]
    const led = underLead(sfu, leads)
    const attemptLed = (work: () => Promise<unknown>) => (leads() ? attempt(work) : undefined)
    const rooms = createRoomBook({
      session,
      owns: seating.owns,
      sfu: led,
      store: mediaRooms,
      overlapMs: OVERLAP_MS,
      attempt,
      onChange: attend,
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

  async function pass(kind: Kind, ...asked: Parameters<Media['pass']>): ReturnType<Media['pass']> {
    const [state, person, displaced] = asked
    try {
      if (shared && !isLed(state.id))
        return await passElsewhere({ sfu, url, mediaRooms, shared }, SEATINGS[kind], ...asked)
      const { people } = keep(state.id)[kind]
      return await people.pass(state, person, url, displaced)
    } catch (error) {
      failed(error)
      throw error
    }
  }

  const stopSharing = shared?.onChange((session) => {
    for (const { people } of halls(session)) attempt(people.share)
  })

  /** One look at everything: is the SFU there, are the rooms, is everybody where they should be. */
  async function look() {
    const all = [...sessions.values()].flatMap(hallsOf)
    const existing = await sfu.existing(all.flatMap(({ rooms }) => rooms.names()))
    const mended = await Promise.allSettled(all.map(({ rooms }) => rooms.mend(existing)))
    attend()
    const wrong = mended.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []))
    const away = wrong.find((reason) => reason instanceof MediaAway)
    if (away) throw away
    answered(true)
    // what is wrong with one session must not stop the look at the others
    for (const reason of wrong) failed(reason)
    for (const { people } of all) await people.share()
    await Promise.all(all.map(({ people }) => people.look()))
    await Promise.all([...leaving].map(([session, rooms]) => leaveLater(session, rooms)))
  }

  /** Another node may lead the session since it ended here: then what is left of its rooms is that one's. */
  async function leaveLater(session: SessionId, rooms: RoomBook[]) {
    if (await ledElsewhere(session)) for (const book of rooms) book.close()
    else await leave(rooms)
    if (leaving.get(session) === rooms) leaving.delete(session)
  }

  async function lookAgain() {
    await look().catch(failed)
    if (!closed) timer = setTimeout(() => void lookAgain(), up ? LOOK_MS : RETRY_MS)
  }

  await lookAgain()

  return {
    async trial() {
      try {
        return await lineTrial(sfu, url)
      } catch (error) {
        failed(error)
        throw error
      }
    },
    pass: (...asked) => pass('seats', ...asked),
    passApart: (...asked) => pass('asides', ...asked),
    joined(session, person, lease, connection) {
      if (shared && !isLed(session))
        return attempt(() => shared.claim(session, `${person}:${lease}`, connection))
      for (const { people } of halls(session)) people.joined(person, lease, connection)
    },
    // the table stops hearing somebody before the helper begins to
    follow(state, leads = ALWAYS) {
      const kept = keep(state.id)
      kept.leads = leads
      for (const { people } of hallsOf(kept)) people.follow(state)
    },
    dismiss(session, person) {
      if (shared) attempt(() => shared.endAll(session, person))
      for (const { people } of halls(session)) people.dismiss(person)
    },
    release(session) {
      for (const { rooms, people } of halls(session)) {
        rooms.close()
        people.close()
      }
      sessions.delete(session)
      attend()
    },
    async end(session) {
      const kept = sessions.get(session)
      if (!kept) return
      sessions.delete(session)
      for (const { people } of hallsOf(kept)) people.close()
      const rooms = hallsOf(kept).map((hall) => hall.rooms)
      const endLeases = async () => kept.leads() && shared?.endAll(session)
      const later = (error: unknown) => {
        leaving.set(session, rooms)
        failed(error)
      }
      // all of it before another node leads this session and gives leases of its own
      await Promise.all([leave(rooms).catch(later), endLeases().catch(failed)])
      // the lead goes with the session: for what is left it is asked each time
      kept.leads = ALWAYS
    },
    available: () => up,
    on,
    async close() {
      closed = true
      stopSharing?.()
      if (timer) clearTimeout(timer)
      for (const { rooms, people } of [...sessions.values()].flatMap(hallsOf)) {
        rooms.close()
        people.close()
      }
      for (const rooms of [...leaving.values()].flat()) rooms.close()
      await listening.close()
    },
    listener: listening,
  }
}
