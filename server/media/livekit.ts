import type { SessionId } from '../../shared/dialogue/model.ts'
import { errorText } from '../kit/errorText.ts'
import type { MediaRoomStore } from '../store/store.ts'
import { listenerGrant } from './grants.ts'
import { ALWAYS, createHalls, SEATINGS, type Kind } from './halls.ts'
import { newListenerIdentity } from './leases.ts'
import { lineTrial } from './trial.ts'
import { createListeners } from './listeners.ts'
import { startListening, type Listening } from './listening.ts'
import type { Log } from './log.ts'
import { MediaAway, type Media } from './media.ts'
import { passElsewhere } from './passElsewhere.ts'
import { createSfu, type SfuAddress } from './sfu.ts'
import type { SharedLeases } from './sharedLeases.ts'
import { tellOfPeople } from './toldOfPeople.ts'

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

  /** That it did not come about is told to whoever asks, and seen here. */
  async function asked<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      failed(error)
      throw error
    }
  }

  function attend() {
    if (!closed) listening.attend(halls.heard())
  }

  const halls = createHalls({
    sfu,
    mediaRooms,
    shared,
    ledElsewhere,
    emit,
    attempt,
    failed,
    changed: attend,
  })
  const listening = startListening(
    {
      async pass(room) {
        await sfu.createRoom(room)
        return { url: address.url, token: await sfu.mint(newListenerIdentity(), listenerGrant(room)) }
      },
      ...tellOfPeople({ locate: halls.locate, emit, attempt }),
    },
    log,
  )

  const pass = (kind: Kind, ...[state, person, displaced]: Parameters<Media['pass']>) =>
    asked(async () =>
      shared && !halls.isLed(state.id)
        ? passElsewhere({ sfu, url, mediaRooms, shared }, SEATINGS[kind], state, person, displaced)
        : halls.keep(state.id)[kind].people.pass(state, person, url, displaced),
    )

  const stopSharing = shared?.onChange((session) => {
    for (const { people } of halls.of(session)) attempt(people.share)
  })

  /** One look at everything: is the SFU there, are the rooms, is everybody where they should be. */
  async function look() {
    const all = halls.all()
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
    await halls.clearUp()
  }

  async function lookAgain() {
    await look().catch(failed)
    if (!closed) timer = setTimeout(() => void lookAgain(), up ? LOOK_MS : RETRY_MS)
  }

  await lookAgain()

  return {
    trial: () => asked(() => lineTrial(sfu, url)),
    pass: (...about) => pass('seats', ...about),
    passApart: (...about) => pass('asides', ...about),
    joined(session, person, lease, connection) {
      if (shared && !halls.isLed(session))
        return attempt(() => shared.claim(session, `${person}:${lease}`, connection))
      for (const { people } of halls.of(session)) people.joined(person, lease, connection)
    },
    // the table stops hearing somebody before the helper begins to
    follow(state, leads = ALWAYS) {
      halls.setLead(state.id, leads)
      for (const { people } of halls.of(state.id)) people.follow(state)
    },
    dismiss(session, person) {
      if (shared) attempt(() => shared.endAll(session, person))
      for (const { people } of halls.of(session)) people.dismiss(person)
    },
    release(session) {
      halls.release(session)
      attend()
    },
    end: halls.end,
    available: () => up,
    on,
    async close() {
      closed = true
      stopSharing?.()
      if (timer) clearTimeout(timer)
      halls.close()
      await listening.close()
    },
    listener: listening,
  }
}
