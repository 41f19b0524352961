import { CLOSE } from '../../shared/protocol.ts'
import type { DialogueId, SessionId } from '../../shared/dialogue/model.ts'
import { openSession, type LiveDeps, type LiveSession } from './session.ts'

/** The sessions that run on this node. */
export interface Sessions {
  /** The running session of a dialogue, opened when it is not; null when there is no such dialogue. */
  of(dialogue: DialogueId): Promise<LiveSession | null>
  /** Open every session that is under way, so that its timers go on after a restart. */
  wake(): Promise<void>
  /** Once `enter` has made the dialogue go on to a further session: open that, and bring everybody over. False when it did not go on. */
  goOn(dialogue: DialogueId, enter: () => Promise<boolean>): Promise<boolean>
  /** Everybody out of this dialogue, its sound and picture gone; then `erase` it. Nobody opens it meanwhile. */
  drop(dialogue: DialogueId, erase: () => Promise<void>): Promise<void>
  close(): Promise<void>
}

/** "Come back at once": not one of ours, so that nobody takes it for the end. */
const COME_BACK = 1012

export function createSessions(deps: LiveDeps): Sessions {
  const { store, media, documents } = deps
  const opening = new Map<DialogueId, Promise<LiveSession | null>>()
  const live = new Map<SessionId, LiveSession>()
  const dropping = new Set<DialogueId>()

  async function open(id: DialogueId): Promise<LiveSession | null> {
    const row = await store.people.dialogue(id)
    if (!row) return null
    const session = await openSession(row, deps)
    live.set(row.session, session)
    return session
  }

  async function end(session: LiveSession, code: number): Promise<void> {
    const { id, session: name } = session.dialogue
    live.delete(name)
    await session.close(code)
    await documents.recheck(id, () => 'none')
    await media.end(name).catch(() => undefined)
  }

  async function of(id: DialogueId): Promise<LiveSession | null> {
    if (dropping.has(id)) return null
    return opening.get(id) ?? keep(id, open(id))
  }

  /** From now on this is the dialogue's session, unless it cannot be opened. */
  function keep(id: DialogueId, promise: Promise<LiveSession | null>): Promise<LiveSession | null> {
    opening.set(id, promise)
    const forget = () => opening.get(id) === promise && opening.delete(id)
    promise.then((session) => session ?? forget(), forget)
    return promise
  }

  /** First what the session before still had in hand is stored, for the next one reads it. */
  async function follow(id: DialogueId, before: LiveSession | null): Promise<LiveSession | null> {
    if (before) await end(before, COME_BACK)
    return open(id)
  }

  const stopListening = media.on({
    available: (available) => {
      for (const session of live.values()) session.mediaAvailable(available)
    },
    speaking: (id, room, people) => live.get(id)?.speaking(room, people),
    muted: (id, room, person, atMs) => live.get(id)?.muted(room, person, atMs),
    spoke: (id, room, person, startMs, endMs) => live.get(id)?.spoke(room, person, startMs, endMs),
    measuring: (id, room, measuring, atMs) => live.get(id)?.measuring(room, measuring, atMs),
    copied: (id, room, person, noticed) => {
      deps.log.warn({ session: id, room, person }, 'somebody else used a pass and was removed from the room')
      live.get(id)?.copied({ room, person, noticed })
    },
    renewed: (id, room) => live.get(id)?.renewed(room),
    stray: (id, room, person) =>
      deps.log.warn({ session: id, room, person }, 'removed from the room for sound without the floor'),
  })

  return {
    of,
    async wake() {
      for (const row of await store.people.dialogues()) {
        // one that cannot be opened must not keep the others shut
        await of(row.id).catch(() => deps.log.warn({ dialogue: row.id }, 'a session could not be opened'))
      }
    },
    async goOn(id, enter) {
      const before = await of(id)
      if (!(await enter())) return false
      await keep(id, follow(id, before))
      return true
    },
    async drop(id, erase) {
      const session = await of(id)
      dropping.add(id)
      opening.delete(id)
      try {
        if (session) await end(session, CLOSE.ended)
        await erase()
      } finally {
        dropping.delete(id)
      }
    },
    async close() {
      stopListening()
      await Promise.all([...live.values()].map((session) => session.close(null)))
      live.clear()
      opening.clear()
    },
  }
}
