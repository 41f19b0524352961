import * as z from 'zod'
import { command } from '../command.ts'
import { accept, refuse, type Context } from '../decision.ts'
import type { DialogueEvent, EventOf } from '../events.ts'
import { HAND_KINDS, type Floor, type Hand, type HandKind } from '../model.ts'
import type { PersonId, RoomId, SessionState } from '../model.ts'
import { leadsRoom, takesPart } from '../permissions.ts'
import { open } from '../phases.ts'
import { onPhone } from '../places.ts'
import { id } from '../text.ts'
import { hasHand, isHand, oldPlace } from './roomFloor.ts'
import { lateForRound } from './rounds.ts'
import { mayHaveFloor } from './speakingOrder.ts'
import { ofRoom } from './payloads.ts'

const kindOfHand = z.enum(HAND_KINDS).default('turn')

/** Hands that go up and down (F1, F3, F4). */
export const handCommands = {
  raiseHand: command({
    who: takesPart,
    phases: open,
    schema: z.strictObject({ room: id, kind: kindOfHand, typed: z.boolean().default(false) }),
    rule: (state, { room, kind, typed }, context) => {
      const floor = state.floors[room]
      if (!floor) return refuse('floor_closed')
      if (!mayHaveFloor(state, room, context.actor)) return refuse('not_your_room')
      const up = floor.queue.find(isHand(context.actor, kind))
      if (up?.typed === typed) return accept()
      if (up) return accept({ type: 'HandTyped', room, person: context.actor, kind, typed })
      if (floor.turn?.person === context.actor && floor.turn.kind === kind) return refuse('already')
      const code = kind === 'reply' ? replyRefused(floor, context.actor) : null
      if (code) return refuse(code)
      return accept(...raised(state, floor, room, context, { person: context.actor, kind, typed }))
    },
  }),

  lowerHand: command({
    who: takesPart,
    phases: open,
    schema: z.strictObject({ room: id, kind: kindOfHand }),
    rule: (state, { room, kind }, { actor, now }) => {
      const floor = state.floors[room]
      if (!floor || !hasHand(floor, actor, kind)) return accept()
      return accept({ type: 'HandLowered', room, person: actor, kind, until: now + state.settings.undoMs })
    },
  }),

  restoreHand: command({
    who: takesPart,
    phases: open,
    schema: ofRoom,
    rule: (state, { room }, { actor, now }) => {
      const floor = state.floors[room]
      if (!floor) return refuse('floor_closed')
      const back = restored(floor, room, now, actor)
      if (back) return accept(back)
      return floor.queue.some((hand) => hand.person === actor) ? accept() : refuse('nothing_to_undo')
    },
  }),

  /** For somebody on the telephone. */
  raiseFor: command({
    who: leadsRoom,
    phases: open,
    schema: z.strictObject({ room: id, person: id }),
    rule: (state, { room, person }, context) => {
      const floor = state.floors[room]
      if (!floor) return refuse('floor_closed')
      if (!onPhone(state, person) || !mayHaveFloor(state, room, person)) return refuse('no_such_person')
      if (hasHand(floor, person, 'turn')) return accept()
      if (floor.turn?.person === person) return refuse('already')
      return accept(...raised(state, floor, room, context, { person, kind: 'turn', typed: false }))
    },
  }),

  /** For somebody on the telephone. */
  lowerFor: command({
    who: leadsRoom,
    phases: open,
    schema: z.strictObject({ room: id, person: id }),
    rule: (state, { room, person }, { now }) => {
      const floor = state.floors[room]
      if (!onPhone(state, person)) return refuse('no_such_person')
      if (!floor || !hasHand(floor, person, 'turn')) return accept()
      return accept({ type: 'HandLowered', room, person, kind: 'turn', until: now + state.settings.undoMs })
    },
  }),

  /** For somebody who sits at the same device. */
  raiseBeside: command({
    who: takesPart,
    phases: open,
    schema: z.strictObject({ room: id, person: id }),
    rule: (state, { room, person }, context) => {
      const floor = state.floors[room]
      if (!floor) return refuse('floor_closed')
      if (state.beside[person] !== context.actor) return refuse('no_such_person')
      if (!mayHaveFloor(state, room, person)) return refuse('not_your_room')
      if (hasHand(floor, person, 'turn')) return accept()
      if (floor.turn?.person === person) return refuse('already')
      return accept(...raised(state, floor, room, context, { person, kind: 'turn', typed: false }))
    },
  }),

  /** For somebody who sits at the same device. */
  lowerBeside: command({
    who: takesPart,
    phases: open,
    schema: z.strictObject({ room: id, person: id }),
    rule: (state, { room, person }, { actor, now }) => {
      const floor = state.floors[room]
      if (state.beside[person] !== actor) return refuse('no_such_person')
      if (!floor || !hasHand(floor, person, 'turn')) return accept()
      return accept({ type: 'HandLowered', room, person, kind: 'turn', until: now + state.settings.undoMs })
    },
  }),
}

/** F3: one reply at most, to somebody else who has the floor. */
function replyRefused(floor: Floor, person: PersonId): 'floor_closed' | 'already' | null {
  if (!floor.turn || floor.turn.person === person || floor.turn.kind === 'reply') return 'floor_closed'
  const taken = floor.reply !== null || floor.queue.some((hand) => hand.kind === 'reply')
  return taken ? 'already' : null
}

/** A hand goes up: in its old place when it went down a moment ago (F4), else at the back (F1). */
function raised(
  state: SessionState,
  floor: Floor,
  room: RoomId,
  { now }: Context,
  hand: Pick<Hand, 'person' | 'kind' | 'typed'>,
): DialogueEvent[] {
  const back = restored(floor, room, now, hand.person, hand.kind)
  const up: DialogueEvent[] = back
    ? [{ ...back, hand: { ...back.hand, typed: hand.typed } }]
    : [{ type: 'HandRaised', room, ...hand }]
  return [...up, ...lateForRound(state, room, hand.person)]
}

/** F4: within the time to undo, the old place is kept. */
function restored(
  floor: Floor,
  room: RoomId,
  now: number,
  person: PersonId,
  kind?: HandKind,
): EventOf<'HandRestored'> | null {
  const found = floor.lowered.findLast(
    ({ hand, until }) => hand.person === person && until >= now && (kind === undefined || hand.kind === kind),
  )
  if (!found) return null
  const index = oldPlace(floor, found.hand, found.behind)
  return { type: 'HandRestored', room, person, hand: found.hand, index }
}
