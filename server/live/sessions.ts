import { CLOSE } from '../../shared/protocol.ts'
import type { DialogueId, SessionId } from '../../shared/dialogue/model.ts'
import type { MediaListener } from '../media/media.ts'
import { createOpenings, type Openings } from './openings.ts'
import type { LiveDeps } from './parts.ts'
import { createQuiet, PATIENCE } from './quiet.ts'
import { COME_BACK, openSession, type LiveSession } from './session.ts'
import { keepTogether, type Together } from './together.ts'

/** The sessions that run on this node: opened when somebody needs them, closed when nobody does any more. */
export interface Sessions {
  /** The running session of a dialogue, opened when it is not; null when there is no such dialogue. */
  of(dialogue: DialogueId): Promise<LiveSession | null>
  /** The same where it runs at this node already. */
  running(dialogue: DialogueId): LiveSession | null
  /**
   * Resolves once everything that was stored of this dialogue's session before it was called is known here, and the rights at its texts
   * follow it. Rejects when the database does not answer.
   */
  upToDate(dialogue: DialogueId): Promise<void>
  /** Open every session that is under way, so that its timers go on after a restart. */
  wake(): Promise<void>
  /** While nobody is in it `enter` makes the dialogue go on to a further session; then everybody comes back to that. False when it did not go on. */
  goOn(dialogue: DialogueId, enter: () => Promise<boolean>): Promise<boolean>
  /** While `work` changes what is stored of the dialogue nobody is in it; then everybody comes back to what it has become. */
  aside(dialogue: DialogueId, work: () => Promise<void>): Promise<void>
  /** Everybody out of this dialogue, its sound and picture gone; then `erase` it. Nobody opens it meanwhile. */
  drop(dialogue: DialogueId, erase: () => Promise<void>): Promise<void>
  /** How many are open. */
  count(): number
  close(): Promise<void>
}

export function createSessions(input: Omit<LiveDeps, 'renew'>, patience = PATIENCE): Sessions {
  const { store, media, documents, log, cluster } = input
  const deps: LiveDeps = {
    ...input,
    renew: (id) => void openings.renew(id, COME_BACK).catch(() => undefined),
  }
  const dropping = new Set<DialogueId>()
  /** Closed because nobody needs them. */
  const resting = new WeakSet<LiveSession>()
  const quiet = createQuiet(patience, deps.now)
  let closed = false

  const openings = createOpenings({
    async open(id) {
      const row = await store.people.dialogue(id)
      return row && openSession(row, deps)
    },
    async end(session, code) {
      const lastly = async () => {
        await documents.recheck(session.dialogue.id, () => null)
        // of another node that leads it people may be in its rooms
        if (session.leads()) await media.end(session.dialogue.session).catch(() => undefined)
      }
      await session.close(code, { lastly, rests: resting.has(session) })
    },
  })

  const running = (id: DialogueId) => openings.all().find(({ dialogue }) => dialogue.id === id) ?? null

  async function of(id: DialogueId): Promise<LiveSession | null> {
    if (closed) throw new Error('the sessions have ended')
    if (dropping.has(id)) return null
    const opened = await openings.of(id)
    const session = opened && together ? await together.upToDate(opened) : opened
    if (session) quiet.asked(session)
    return session
  }

  /** Somebody has to watch over what is under way; with several nodes one of them. */
  async function wake() {
    const underWay = await store.people.underWay()
    for (const id of together ? await together.unled(underWay) : underWay.map((row) => row.id)) {
      // one that cannot be opened must not keep the others shut
      await of(id).catch(() => log.warn({ dialogue: id }, 'a session could not be opened'))
    }
  }

  /** While the SFU is away nothing is closed: people would stay in its rooms with nobody to watch over them. */
  function closeQuiet() {
    const over = media.available() ? openings.all().filter(quiet.over) : []
    for (const session of over) {
      resting.add(session)
      openings
        .end(session, COME_BACK)
        .catch(() => log.warn({ session: session.dialogue.session }, 'a session was not closed well'))
    }
  }

  const together = cluster && keepTogether(cluster, openings)
  /** Nobody else is to be in it meanwhile. */
  const apart: Together['apart'] = (id, code, work) => (together ? together.apart(id, code, work) : work())
  const stopWaking = cluster?.rounds.each(wake)
  const looking = setInterval(closeQuiet, patience.everyMs)
  const stopListening = media.on(passOn(openings, deps))

  return {
    of,
    running,
    async upToDate(id) {
      const session = running(id)
      if (session) await together?.upToDate(session)
    },
    count: () => openings.all().length,
    wake,
    async goOn(id, enter) {
      let entered = false
      // first what the session before still had in hand is stored, for the next one begins with it
      await apart(id, COME_BACK, () =>
        openings.renew(id, COME_BACK, async () => void (entered = await enter())),
      )
      return entered
    },
    async aside(id, work) {
      await apart(id, COME_BACK, () => openings.renew(id, COME_BACK, work))
    },
    async drop(id, erase) {
      const session = await of(id)
      dropping.add(id)
      try {
        await apart(id, CLOSE.ended, async () => {
          if (session) await openings.end(session, CLOSE.ended)
          await erase()
          await documents.forget(id, CLOSE.ended)
        })
      } finally {
        dropping.delete(id)
      }
    },
    async close() {
      closed = true
      clearInterval(looking)
      stopWaking?.()
      together?.close()
      stopListening()
      await openings.settled()
      await Promise.all(openings.all().map((session) => session.close(null)))
    },
  }
}

/** What is heard of sound and picture goes to the session it is about. */
function passOn({ all, named }: Openings, { log, counts }: LiveDeps): MediaListener {
  // what comes late to a node that no longer leads is the next one's to tell
  const led = (id: SessionId): LiveSession | undefined => {
    const session = named(id)
    return session?.leads() ? session : undefined
  }
  return {
    available: (available) => {
      for (const session of all()) session.mediaAvailable(available)
    },
    speaking: (id, room, people) => led(id)?.speaking(room, people),
    muted: (id, room, person, atMs) => led(id)?.muted(room, person, atMs),
    spoke: (id, room, person, startMs, endMs) => led(id)?.spoke(room, person, startMs, endMs),
    throughAir: (id, room, person, of) => led(id)?.throughAir(room, person, of),
    measuring: (id, room, measuring, atMs) => {
      if (!measuring) counts.gap()
      led(id)?.measuring(room, measuring, atMs)
    },
    copied: (id, room, person, noticed) => {
      log.warn({ session: id, room, person }, 'somebody else used a pass and was removed from the room')
      led(id)?.copied({ room, person, noticed })
    },
    renewed: (id, room) => led(id)?.renewed(room),
    stray: (id, room, person) =>
      log.warn({ session: id, room, person }, 'removed from the room for sound without the floor'),
  }
}
