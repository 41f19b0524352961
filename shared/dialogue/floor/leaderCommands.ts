import * as z from 'zod'
import { command, duration } from '../command.ts'
import { accept, inSteps, refuse, type Context } from '../decision.ts'
import type { DialogueEvent } from '../events.ts'
import type { Floor, PersonId, RoomId, SessionState } from '../model.ts'
import { leadsRoom } from '../permissions.ts'
import { open } from '../phases.ts'
import { id } from '../text.ts'
import { offerNext, stopTurn, turnNamed } from './goingOn.ts'
import { hasHand } from './roomFloor.ts'
import { mayHaveFloor, newTurn, nextUp, type Next } from './speakingOrder.ts'
import { ofRoom, ofTurn } from './payloads.ts'

const ofPerson = z.strictObject({ room: id, person: id })

/** What whoever leads the room does with the floor (F3, F6). */
export const leaderCommands = {
  grantFloor: command({
    who: leadsRoom,
    phases: open,
    schema: ofPerson,
    rule: (state, { room, person }, context) => {
      const floor = state.floors[room]
      if (!floor || floor.mode === 'free') return refuse('floor_closed')
      if (!mayHaveFloor(state, room, person)) return refuse('no_such_person')
      const next = wanted(floor, person)
      if (floor.turn?.person === person && floor.turn.kind === next.kind) return refuse('already')
      const grant = (now: SessionState): DialogueEvent[] => {
        const natural = nextUp(now, room, context)
        const override = next.kind === 'turn' && (natural?.person !== person || natural.kind !== 'turn')
        const turn = newTurn(now, now.floors[room] ?? floor, next, override, context)
        return [{ type: 'FloorGranted', room, turn }]
      }
      return accept(
        ...inSteps(state, context.now, () => silenceEnds(floor, room), stopping(room, context), grant),
      )
    },
  }),

  nextTurn: command({
    who: leadsRoom,
    phases: open,
    schema: ofRoom,
    rule: (state, { room }, context) => {
      const floor = state.floors[room]
      if (!floor || floor.mode === 'free') return refuse('floor_closed')
      const waits = floor.turn && floor.turn.state !== 'speaking' ? floor.turn.person : undefined
      const go = (next: SessionState) => offerNext(next, room, context, waits)
      const events = inSteps(state, context.now, () => silenceEnds(floor, room), stopping(room, context), go)
      const moved = events.some((event) => event.type !== 'SilenceEnded')
      if (moved) return accept(...events)
      return floor.round ? accept({ type: 'RoundEnded', room }) : refuse('nobody_waiting')
    },
  }),

  extendTurn: command({
    who: leadsRoom,
    phases: open,
    schema: ofTurn.extend({ ms: duration }),
    rule: (state, { room, turn, ms }) => {
      const current = turnNamed(state, room, turn)
      if (!current) return refuse('no_such_turn')
      return accept({ type: 'TurnExtended', room, turn, targetMs: current.targetMs + ms })
    },
  }),

  pauseTurn: command({
    who: leadsRoom,
    phases: open,
    schema: ofTurn,
    rule: (state, { room, turn }) => {
      const current = turnNamed(state, room, turn)
      if (current?.state !== 'speaking') return refuse('no_such_turn')
      return current.paused ? accept() : accept({ type: 'TurnPaused', room, turn })
    },
  }),

  resumeTurn: command({
    who: leadsRoom,
    phases: open,
    schema: ofTurn,
    rule: (state, { room, turn }) => {
      const current = turnNamed(state, room, turn)
      if (current?.state !== 'speaking') return refuse('no_such_turn')
      return current.paused ? accept({ type: 'TurnResumed', room, turn }) : accept()
    },
  }),

  inviteReply: command({
    who: leadsRoom,
    phases: open,
    schema: ofPerson,
    rule: (state, { room, person }) => {
      const floor = state.floors[room]
      if (!floor?.turn) return refuse('floor_closed')
      if (!mayHaveFloor(state, room, person) || floor.turn.person === person) return refuse('no_such_person')
      if (floor.reply === person) return accept()
      const earlier: DialogueEvent[] = floor.reply ? [{ type: 'ReplyEnded', room, person: floor.reply }] : []
      return accept(...earlier, { type: 'ReplyInvited', room, person })
    },
  }),
}

const stopping =
  (room: RoomId, { now }: Context) =>
  (state: SessionState): DialogueEvent[] =>
    stopTurn(state, room, now)

const silenceEnds = (floor: Floor, room: RoomId): DialogueEvent[] =>
  floor.silence ? [{ type: 'SilenceEnded', room }] : []

/** What this person asks for: a point of order first, then a reply, else a turn. */
function wanted(floor: Floor, person: PersonId): Next {
  if (hasHand(floor, person, 'process')) return { person, kind: 'process' }
  return { person, kind: hasHand(floor, person, 'reply') ? 'reply' : 'turn' }
}
