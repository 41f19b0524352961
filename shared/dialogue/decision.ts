import { apply } from './apply.ts'
import type { RefusalCode } from '../protocol.ts'
import type { CommandType, Payload } from './commands.ts'
import type { DialogueEvent } from './events.ts'
import type { PersonId, RoomId, SessionState } from './model.ts'
import type { Spoken } from './timeBook.ts'

/** What the rules know besides the state: who asks, when, and who is there. Chance and clocks are handed in. */
export interface Context {
  actor: PersonId | 'system'
  /** Server milliseconds. */
  now: number
  /** People with the session open on some device. */
  present: ReadonlySet<PersonId>
  newId(prefix: 'trn' | 'tbl'): string
  /** When somebody who leads the room was last there; undefined: never. */
  leaderLastSeen: Record<RoomId, number | undefined>
  /** Speaking time so far in each room, for quiet first. */
  spokenMs: Spoken
}

export type Decision = { ok: true; events: DialogueEvent[] } | { ok: false; code: RefusalCode }

/** One rule per command; it may trust that the role and the phase are right. */
export type Rule<T extends CommandType> = (
  state: SessionState,
  payload: Payload<T>,
  context: Context,
) => Decision
export type Rules<T extends CommandType> = { [K in T]: Rule<K> }

/** Accepted; without events nothing had to change. */
export const accept = (...events: DialogueEvent[]): Decision => ({ ok: true, events })
export const refuse = (code: RefusalCode): Decision => ({ ok: false, code })

/** The state as it will be after these events, to decide what follows from them. */
const after = (state: SessionState, events: readonly DialogueEvent[], now: number): SessionState =>
  events.reduce((next, event) => apply(next, { seq: next.seq, at: now, event }), state)

/** Events in steps: each step sees the state that the earlier ones made. */
export function inSteps(
  state: SessionState,
  now: number,
  ...steps: ((state: SessionState) => DialogueEvent[])[]
): DialogueEvent[] {
  const events: DialogueEvent[] = []
  let next = state
  for (const step of steps) {
    const more = step(next)
    next = after(next, more, now)
    events.push(...more)
  }
  return events
}
