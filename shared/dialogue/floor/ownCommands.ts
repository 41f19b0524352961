import { command } from '../command.ts'
import { accept, type Context, type Decision } from '../decision.ts'
import type { RoomId, SessionState, Turn } from '../model.ts'
import { system } from '../permissions.ts'
import { open } from '../phases.ts'
import { endAndGoOn, frontPlace, goOnWithoutLeader, leaderIsGone, turnEnded, turnNamed } from './goingOn.ts'
import { ofRoom, ofTurn } from './payloads.ts'

/** The server's own: what time and lost lines do. A late or wrong one does nothing (F8); none ends a speaking turn (F10). */
export const ownCommands = {
  offerExpired: command({
    who: system,
    phases: open,
    schema: ofTurn,
    rule: (state, { room, turn }, context) => {
      const { silence, steering } = state.floors[room] ?? {}
      const current = turnNamed(state, room, turn)
      if (current?.state !== 'offered' || silence || steering) return accept()
      return runOut(state, room, current, 'late', context)
    },
  }),

  dropExpired: command({
    who: system,
    phases: open,
    schema: ofTurn,
    rule: (state, { room, turn }, context) => {
      const current = turnNamed(state, room, turn)
      return current?.state === 'dropped' ? runOut(state, room, current, 'dropped', context) : accept()
    },
  }),

  speakerDropped: command({
    who: system,
    phases: open,
    schema: ofTurn,
    rule: (state, { room, turn }, { now }) =>
      turnNamed(state, room, turn)?.state === 'speaking'
        ? accept({ type: 'TurnDropped', room, turn, deadline: now + state.settings.dropMs })
        : accept(),
  }),

  speakerReturned: command({
    who: system,
    phases: open,
    schema: ofTurn,
    rule: (state, { room, turn }) =>
      turnNamed(state, room, turn)?.state === 'dropped'
        ? accept({ type: 'TurnResumed', room, turn })
        : accept(),
  }),

  goOn: command({
    who: system,
    phases: open,
    schema: ofRoom,
    rule: (state, { room }, context) =>
      leaderIsGone(state, room, context) ? accept(...goOnWithoutLeader(state, room, context)) : accept(),
  }),
}

/** F4, F5: at the deadline the others go first, and whoever it was keeps the place in front. */
function runOut(
  state: SessionState,
  room: RoomId,
  turn: Turn,
  how: 'late' | 'dropped',
  context: Context,
): Decision {
  const floor = state.floors[room]
  if (!floor || (turn.deadline !== null && turn.deadline > context.now)) return accept()
  const ended = turnEnded(room, turn, how, frontPlace(floor, turn), context.now)
  return endAndGoOn(state, context, ended, turn.person)
}
