import { apply } from './apply.ts'
import type { DialogueEvent } from './events.ts'
import type { Words } from '../agreement/canonical.ts'
import type { AgreementId, PersonId, RoomId, SessionState } from './model.ts'
import type { Spoken } from './time/timeBook.ts'

/** What the rules know besides the state: who asks, when, and who is there. Chance and clocks are handed in. */
export interface Context {
  actor: PersonId | 'system'
  /** Server milliseconds. */
  now: number
  /** People with the session open on some device. */
  present: ReadonlySet<PersonId>
  newId(prefix: 'trn' | 'tbl' | 'agr' | 'mrg' | 'prt' | 'obj'): string
  /** SHA-256 of these words in their canonical form, in hexadecimal (H3). */
  hash(words: Words): string
  /** The same things in an order that chance gives. */
  shuffle<T>(things: readonly T[]): T[]
  /** When somebody who leads the room was last there; undefined: never. */
  leaderLastSeen: Record<RoomId, number | undefined>
  /** Speaking time so far in each room, for quiet first. */
  spokenMs: Spoken
  /** The words that stand stored in an agreement now and do not change until this is decided; only those the command is about. */
  frozen: Record<AgreementId, Frozen | undefined>
}

/** Words as they are stored: what a version is made of. */
export interface Frozen {
  words: Words
  /** SHA-256 of the canonical words, in hexadecimal. */
  hash: string
  /** Whose words stand in it, as the server knows them. */
  authors: PersonId[]
  /** Number of the last change of the document that is in it. */
  seq: number
}

/** Why a command was not done. */
export type RefusalCode =
  | 'malformed'
  | 'unknown_command'
  | 'not_your_role'
  | 'not_your_room'
  | 'wrong_phase'
  | 'floor_closed'
  | 'no_such_person'
  | 'no_such_name'
  | 'group_needed'
  | 'not_yourself'
  | 'no_such_table'
  | 'no_such_turn'
  | 'no_such_agreement'
  | 'no_such_part'
  | 'agenda_full'
  | 'locked'
  | 'nothing_written'
  | 'too_many_agreements'
  | 'too_many_remarks'
  | 'not_presented'
  | 'same_words'
  | 'no_round'
  | 'round_running'
  | 'wrong_step'
  | 'text_changed'
  | 'reason_needed'
  | 'not_all_answered'
  | 'round_open'
  | 'note_needed'
  | 'not_shared'
  | 'table_has_agreements'
  | 'not_agreed'
  | 'not_in_set'
  | 'still_to_present'
  | 'merge_waits'
  | 'merge_with_itself'
  | 'merged_elsewhere'
  | 'not_merged'
  | 'unmerge_first'
  | 'role_first'
  | 'loss_needed'
  | 'no_such_merge'
  | 'set_empty'
  | 'set_offered'
  | 'not_offered'
  | 'set_followed'
  | 'set_changed'
  | 'not_decided'
  | 'nothing_to_explain'
  | 'verdict_unexplained'
  | 'decision_published'
  | 'not_adopted'
  | 'names_closed'
  | 'objections_closed'
  | 'no_seat_there'
  | 'still_written'
  | 'moment_past'
  | 'not_asked'
  | 'facilitator_here'
  | 'not_your_turn'
  | 'floor_first'
  | 'nothing_to_undo'
  | 'nobody_waiting'
  | 'already'
  | 'table_in_use'
  | 'empty_plan'
  | 'old_version'
  | 'slow_down'
  | 'not_saved'
  | 'media_away'
  | 'elsewhere'

export type Decision = { ok: true; events: DialogueEvent[] } | { ok: false; code: RefusalCode }

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
