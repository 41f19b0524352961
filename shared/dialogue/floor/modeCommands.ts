import * as z from 'zod'
import { command, duration } from '../command.ts'
import { accept, inSteps, refuse } from '../decision.ts'
import { FLOOR_MODES } from '../model.ts'
import { leadsRoom, system } from '../permissions.ts'
import { open } from '../phases.ts'
import { placeOf } from '../places.ts'
import { id } from '../text.ts'
import { stopTurn } from './goingOn.ts'
import { inRound } from './rounds.ts'
import { ofRoom } from './payloads.ts'

/** In which way the floor is given (F6), silence and guiding (F7, F9). */
export const modeCommands = {
  setMode: command({
    who: leadsRoom,
    phases: open,
    schema: z.strictObject({ room: id, mode: z.enum(FLOOR_MODES) }),
    rule: (state, { room, mode }, { now }) => {
      const floor = state.floors[room]
      if (!floor) return refuse('floor_closed')
      if (floor.mode === mode) return accept()
      const order = mode === 'round' ? inRound(state, room) : []
      return accept(
        ...inSteps(
          state,
          now,
          (next) => (mode === 'free' ? stopTurn(next, room, now) : []),
          () => [{ type: 'ModeSet', room, mode, order }],
        ),
      )
    },
  }),

  /**
   * Everybody once more; `setMode` leaves a round that goes on as it is. Not by way of another mode: a line that drops
   * would leave the table in that one.
   */
  restartRound: command({
    who: leadsRoom,
    phases: open,
    schema: ofRoom,
    rule: (state, { room }) =>
      state.floors[room]
        ? accept({ type: 'ModeSet', room, mode: 'round', order: inRound(state, room) })
        : refuse('floor_closed'),
  }),

  startSilence: command({
    who: leadsRoom,
    phases: open,
    schema: z.strictObject({ room: id, ms: duration }),
    rule: (_state, { room, ms }, { now }) => accept({ type: 'SilenceStarted', room, until: now + ms }),
  }),

  endSilence: command({
    who: leadsRoom,
    phases: open,
    schema: ofRoom,
    rule: (state, { room }) =>
      state.floors[room]?.silence ? accept({ type: 'SilenceEnded', room }) : accept(),
  }),

  silenceOver: command({
    who: system,
    phases: open,
    schema: z.strictObject({ room: id, until: z.number() }),
    rule: (state, { room, until }, { now }) =>
      state.floors[room]?.silence?.until === until && until <= now
        ? accept({ type: 'SilenceEnded', room })
        : accept(),
  }),

  startSteering: command({
    who: leadsRoom,
    phases: open,
    schema: ofRoom,
    rule: (state, { room }, { actor }) => {
      const floor = state.floors[room]
      if (!floor) return refuse('floor_closed')
      if (placeOf(state, actor) !== room) return refuse('not_your_room')
      if (floor.steering === actor) return accept()
      return floor.steering ? refuse('already') : accept({ type: 'SteeringStarted', room, person: actor })
    },
  }),

  stopSteering: command({
    who: leadsRoom,
    phases: open,
    schema: ofRoom,
    rule: (state, { room }) => {
      const person = state.floors[room]?.steering
      return person ? accept({ type: 'SteeringStopped', room, person }) : accept()
    },
  }),
}
