import { hasHand, isHand, oldPlace } from './floors.ts'
import { leads, onPhone, peopleIn, placeOf } from './places.ts'
import { mayHaveFloor } from './queue.ts'
import { stopTurn } from './flow.ts'
import { accept, inSteps, refuse, type Context, type Rules } from './decision.ts'
import type { DialogueEvent } from './events.ts'
import type { Floor, Hand, HandKind, PersonId, RoomId, SessionState } from './model.ts'

/** Hands, modes, silence and guiding (F1, F3, F6, F7, F9). */
export const floorRules: Rules<
  | 'raiseHand'
  | 'lowerHand'
  | 'restoreHand'
  | 'raiseFor'
  | 'lowerFor'
  | 'setMode'
  | 'restartRound'
  | 'startSilence'
  | 'endSilence'
  | 'silenceOver'
  | 'startSteering'
  | 'stopSteering'
> = {
  raiseHand: (state, { room, kind, typed }, context) => {
    const floor = state.floors[room]
    if (!floor) return refuse('floor_closed')
    if (!mayHaveFloor(state, room, context.actor)) return refuse('not_your_room')
    const up = floor.queue.find(isHand(context.actor, kind))
    if (up?.typed === typed) return accept()
    if (up) return accept({ type: 'HandTyped', room, person: context.actor, kind, typed })
    if (floor.turn?.person === context.actor && floor.turn.kind === kind) return refuse('already')
    if (kind === 'reply') {
      const code = replyRefused(floor, context.actor)
      if (code) return refuse(code)
    }
    return accept(...raised(state, floor, room, context, { person: context.actor, kind, typed }))
  },

  raiseFor: (state, { room, person }, context) => {
    const floor = state.floors[room]
    if (!floor) return refuse('floor_closed')
    if (!onPhone(state, person) || !mayHaveFloor(state, room, person)) return refuse('no_such_person')
    if (hasHand(floor, person, 'turn')) return accept()
    if (floor.turn?.person === person) return refuse('already')
    return accept(...raised(state, floor, room, context, { person, kind: 'turn', typed: false }))
  },

  lowerFor: (state, { room, person }, { now }) => {
    const floor = state.floors[room]
    if (!onPhone(state, person)) return refuse('no_such_person')
    if (!floor || !hasHand(floor, person, 'turn')) return accept()
    return accept({ type: 'HandLowered', room, person, kind: 'turn', until: now + state.settings.undoMs })
  },

  lowerHand: (state, { room, kind }, { actor, now }) => {
    const floor = state.floors[room]
    if (!floor || !hasHand(floor, actor, kind)) return accept()
    return accept({ type: 'HandLowered', room, person: actor, kind, until: now + state.settings.undoMs })
  },

  restoreHand: (state, { room }, context) => {
    const floor = state.floors[room]
    if (!floor) return refuse('floor_closed')
    const back = restored(floor, room, context.now, context.actor)
    if (back) return accept(back)
    return floor.queue.some((hand) => hand.person === context.actor) ? accept() : refuse('nothing_to_undo')
  },

  setMode: (state, { room, mode }, { now }) => {
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

  // not by way of another mode: a line that drops would leave the table in that one
  restartRound: (state, { room }) =>
    state.floors[room]
      ? accept({ type: 'ModeSet', room, mode: 'round', order: inRound(state, room) })
      : refuse('floor_closed'),

  startSilence: (_state, { room, ms }, { now }) => accept({ type: 'SilenceStarted', room, until: now + ms }),

  endSilence: (state, { room }) =>
    state.floors[room]?.silence ? accept({ type: 'SilenceEnded', room }) : accept(),

  silenceOver: (state, { room, until }, { now }) =>
    state.floors[room]?.silence?.until === until && until <= now
      ? accept({ type: 'SilenceEnded', room })
      : accept(),

  startSteering: (state, { room }, { actor }) => {
    const floor = state.floors[room]
    if (!floor) return refuse('floor_closed')
    if (placeOf(state, actor) !== room) return refuse('not_your_room')
    if (floor.steering === actor) return accept()
    return floor.steering ? refuse('already') : accept({ type: 'SteeringStarted', room, person: actor })
  },

  stopSteering: (state, { room }) => {
    const person = state.floors[room]?.steering
    return person ? accept({ type: 'SteeringStopped', room, person }) : accept()
  },
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

type Restored = Extract<DialogueEvent, { type: 'HandRestored' }>

/** F4: within the time to undo, the old place is kept. */
function restored(
  floor: Floor,
  room: RoomId,
  now: number,
  person: PersonId,
  kind?: HandKind,
): Restored | null {
  const found = floor.lowered.findLast(
    ({ hand, until }) => hand.person === person && until >= now && (kind === undefined || hand.kind === kind),
  )
  if (!found) return null
  const index = oldPlace(floor, found.hand, found.behind)
  return { type: 'HandRestored', room, person, hand: found.hand, index }
}

/** F6: who takes part in a round: everybody at the table in seat order; whoever leads is not asked. */
function inRound(state: SessionState, room: RoomId): PersonId[] {
  return peopleIn(state, room).filter((person) => asked(state, room, person))
}

const asked = (state: SessionState, room: RoomId, person: PersonId): boolean =>
  state.people[person]?.role === 'participant' &&
  state.people[person].joined &&
  placeOf(state, person) === room &&
  !leads(state, person, room)

/** F6: a late joiner is added at the end of a running round. */
export function lateForRound(state: SessionState, room: RoomId, person: PersonId): DialogueEvent[] {
  const round = state.floors[room]?.round
  if (!round || round.order.includes(person) || !asked(state, room, person)) return []
  return [{ type: 'RoundJoined', room, person }]
}
