import { heldAt } from '../floor/roomFloor.ts'
import { placeOf } from '../places.ts'
import { mayNudge } from './mayNudge.ts'
import type { CommandOf } from '../commands.ts'
import type { PersonId, RoomId, SessionState, TurnId } from '../model.ts'

/** S6: a private question after long silence or a long turn. One at a time, never to a whole table, never in a thinking silence. */

/** What the meter and the lines know, in server milliseconds. */
export interface Talk {
  /** When somebody was last heard. */
  lastSpoke: Readonly<Record<PersonId, number>>
  /** Since when somebody talks without a pause worth the name; absent while they do not. */
  talkingSince: Readonly<Record<PersonId, number>>
  /** Since when somebody's line is up. */
  hereSince: Readonly<Record<PersonId, number>>
  /** Since when a room is measured without a gap; absent while it is not. */
  measuredSince: Readonly<Record<RoomId, number>>
}

/** An unanswered nudge leaves the screen after so long, and another may follow. */
export const NUDGE_SHOWN_MS = 60_000
/** Somebody else must have talked this recently: nobody is nudged for a silence that is everybody's. */
const CONVERSATION_MS = 60_000

/** The nudges to give now: at most one a table, and none where the measurement cannot be trusted. */
export function dueNudges(state: SessionState, talk: Talk, now: number): CommandOf<'nudge'>[] {
  const found: CommandOf<'nudge'>[] = []
  const asked = new Map<RoomId, number>()
  for (const [person, nudge] of Object.entries(state.nudges)) {
    const room = placeOf(state, person)
    if (room !== null && nudge.why === 'silent') asked.set(room, Math.max(asked.get(room) ?? 0, nudge.at))
  }
  for (const person of state.order) {
    const room = placeOf(state, person)
    if (room === null || talk.hereSince[person] === undefined || askedLately(state, person, now)) continue
    const turn = tooLong(state, talk, room, person, now)
    if (turn !== undefined) {
      found.push({ type: 'nudge', payload: { person, why: 'long', turn } })
    } else if (tooSilent(state, talk, room, person, now)) {
      const last = asked.get(room)
      if (last !== undefined && now - last < state.settings.nudgeApartMs) continue
      asked.set(room, now)
      found.push({ type: 'nudge', payload: { person, why: 'silent', turn: null } })
    }
  }
  return found
}

function askedLately({ nudges, settings }: SessionState, person: PersonId, now: number): boolean {
  const nudge = nudges[person]
  return nudge !== undefined && now - nudge.at < settings.nudgeAgainMs
}

/** The turn that lasts too long (null: free talk); undefined when there is none. */
function tooLong(
  state: SessionState,
  { talkingSince }: Talk,
  room: RoomId,
  person: PersonId,
  now: number,
): TurnId | null | undefined {
  const floor = state.floors[room]
  if (!floor || !mayNudge(state, room, person, 'long')) return undefined
  const { nudgeOverMs, nudgeTalkMs } = state.settings
  if (floor.mode === 'free') {
    const since = talkingSince[person]
    return since !== undefined && now - since >= nudgeTalkMs ? null : undefined
  }
  const turn = floor.turn
  if (turn?.person !== person || turn.state !== 'speaking' || turn.runningSince === null) return undefined
  const again = state.nudges[person]?.turn === turn.id
  return !again && heldAt(turn, now) >= turn.targetMs + nudgeOverMs ? turn.id : undefined
}

function tooSilent(state: SessionState, talk: Talk, room: RoomId, person: PersonId, now: number): boolean {
  if (!mayNudge(state, room, person, 'silent')) return false
  const measured = talk.measuredSince[room]
  if (measured === undefined) return false
  const began = state.agenda.at(-1)?.startedAt ?? now
  const since = Math.max(began, measured, talk.hereSince[person] ?? now, talk.lastSpoke[person] ?? 0)
  if (now - since < state.settings.nudgeSilentMs) return false
  return state.order.some(
    (other) =>
      other !== person &&
      placeOf(state, other) === room &&
      now - (talk.lastSpoke[other] ?? 0) < CONVERSATION_MS,
  )
}
