import type { DialogueId, SessionId } from '../../shared/dialogue/model.ts'
import type { LiveSession } from './session.ts'

export interface OpeningsInput {
  /** Null when there is no such dialogue. */
  open(id: DialogueId): Promise<LiveSession | null>
  /** Ends all that this session has, here and elsewhere. */
  end(session: LiveSession, code: number): Promise<void>
}

/** Of each dialogue at most one session runs; the next one is opened when the one before has ended, not earlier. */
export interface Openings {
  /** The session, which all who ask together share. One that could not be opened is tried again when somebody asks again. */
  of(id: DialogueId): Promise<LiveSession | null>
  /** What is open now ends, then `between` is done, and the dialogue is opened anew; whoever asks meanwhile waits for that. */
  renew(id: DialogueId, code: number, between?: () => Promise<void>): Promise<LiveSession | null>
  /** Whoever asks from now on gets another one. */
  end(session: LiveSession, code: number): Promise<void>
  all(): LiveSession[]
  named(session: SessionId): LiveSession | undefined
  /** Resolves when nothing is being opened or ended any more. */
  settled(): Promise<void>
}

export function createOpenings(input: OpeningsInput): Openings {
  const opening = new Map<DialogueId, Promise<LiveSession | null>>()
  const ending = new Map<DialogueId, Promise<void>>()
  const live = new Map<SessionId, LiveSession>()

  async function open(id: DialogueId): Promise<LiveSession | null> {
    await ending.get(id)
    const session = await input.open(id)
    if (session) live.set(session.dialogue.session, session)
    return session
  }

  /** From now on this is the dialogue's session, unless it cannot be opened. */
  function keep(id: DialogueId, promise: Promise<LiveSession | null>): Promise<LiveSession | null> {
    opening.set(id, promise)
    const forget = () => opening.get(id) === promise && opening.delete(id)
    promise.then((session) => session ?? forget(), forget)
    return promise
  }

  function end(session: LiveSession, code: number): Promise<void> {
    const { id, session: name } = session.dialogue
    live.delete(name)
    const done = input.end(session, code).finally(() => ending.delete(id))
    ending.set(
      id,
      done.catch(() => undefined),
    )
    return done
  }

  async function renew(
    id: DialogueId,
    code: number,
    before: Promise<LiveSession | null> | undefined,
    between: () => Promise<void>,
  ) {
    const session = await before?.catch(() => null)
    if (session) await end(session, code)
    await between()
    return open(id)
  }

  return {
    of: (id) => opening.get(id) ?? keep(id, open(id)),
    renew: (id, code, between = () => Promise.resolve()) =>
      keep(id, renew(id, code, opening.get(id), between)),
    end(session, code) {
      opening.delete(session.dialogue.id)
      return end(session, code)
    },
    all: () => [...live.values()],
    named: (session) => live.get(session),
    async settled() {
      await Promise.allSettled([...opening.values(), ...ending.values()])
    },
  }
}
