import { frontPlace, goOnWithoutLeader, leaderIsGone, offerNext, stopTurn, turnEnded } from './flow.ts'
import { hasHand } from './floors.ts'
import { leads, onPhone } from './places.ts'
import { mayHaveFloor, newTurn, nextUp, type Next } from './queue.ts'
import { accept, inSteps, refuse, type Context, type Decision, type Rules } from './decision.ts'
import type { DialogueEvent } from './events.ts'
import type { Floor, PersonId, RoomId, SessionState, Turn, TurnId } from './model.ts'

/** The turn named in a command, when it is the one that is going on (F8). */
const turnNamed = (state: SessionState, room: RoomId, turn: TurnId): Turn | null => {
  const current = state.floors[room]?.turn
  return current?.id === turn ? current : null
}

/** Whoever has the turn, or leads the room of somebody who has it on the telephone. */
const holds = (state: SessionState, room: RoomId, turn: Turn, actor: Context['actor']): boolean =>
  turn.person === actor || (onPhone(state, turn.person) && leads(state, actor, room))

function began(room: RoomId, { id: turn, state }: Turn): DialogueEvent[] {
  if (state === 'speaking') return []
  return [{ type: state === 'offered' ? 'TurnStarted' : 'TurnResumed', room, turn }]
}

/** End the turn, then let the floor go on by itself; `except` lets the others go first. */
function endAndGoOn(
  state: SessionState,
  context: Context,
  ended: Extract<DialogueEvent, { type: 'TurnEnded' }>,
  except?: PersonId,
): Decision {
  const goOn = (next: SessionState) => offerNext(next, ended.room, context, except)
  return accept(...inSteps(state, context.now, () => [ended], goOn))
}

/** What the holder of a turn does with it (F4, F8). */
export const holderRules: Rules<'startTurn' | 'sayTyped' | 'moreTime' | 'passTurn' | 'endTurn'> = {
  startTurn: (state, { room, turn }, { actor }) => {
    const current = turnNamed(state, room, turn)
    if (!current) return refuse('no_such_turn')
    if (!holds(state, room, current, actor)) return refuse('not_your_turn')
    return accept(...began(room, current))
  },

  sayTyped: (state, { room, turn, text }, { actor }) => {
    const current = turnNamed(state, room, turn)
    if (!current) return refuse('no_such_turn')
    if (!holds(state, room, current, actor)) return refuse('not_your_turn')
    return accept(...began(room, current), { type: 'TurnTyped', room, turn, text })
  },

  moreTime: (state, { room, turn }, { actor, now }) => {
    const current = turnNamed(state, room, turn)
    if (!current) return refuse('no_such_turn')
    if (!holds(state, room, current, actor)) return refuse('not_your_turn')
    if (current.state !== 'offered' || current.extended) return refuse('already')
    const deadline = Math.max(current.deadline ?? now, now) + state.settings.moreMs
    return accept({ type: 'TurnGivenTime', room, turn, deadline })
  },

  passTurn: (state, { room, turn }, context) => {
    const current = turnNamed(state, room, turn)
    if (!current) return refuse('no_such_turn')
    if (!holds(state, room, current, context.actor)) return refuse('not_your_turn')
    const how = current.state === 'offered' ? 'passed' : 'done'
    return endAndGoOn(state, context, turnEnded(room, current, how, null, context.now))
  },

  endTurn: (state, { room, turn }, context) => {
    const current = turnNamed(state, room, turn)
    if (!current) return refuse('no_such_turn')
    if (current.person !== context.actor) {
      const may = leads(state, context.actor, room)
      return may ? accept(...stopTurn(state, room, context.now)) : refuse('not_your_turn')
    }
    const how = current.state === 'offered' ? 'passed' : 'done'
    return endAndGoOn(state, context, turnEnded(room, current, how, null, context.now))
  },
}

/** What whoever leads the room does with the floor (F3, F6). */
export const leaderRules: Rules<
  'grantFloor' | 'nextTurn' | 'extendTurn' | 'pauseTurn' | 'resumeTurn' | 'inviteReply' | 'endReply'
> = {
  grantFloor: (state, { room, person }, context) => {
    const floor = state.floors[room]
    if (!floor || floor.mode === 'free') return refuse('floor_closed')
    if (!mayHaveFloor(state, room, person)) return refuse('no_such_person')
    const next = wanted(floor, person)
    if (floor.turn?.person === person && floor.turn.kind === next.kind) return refuse('already')
    const grant = (now: SessionState): DialogueEvent[] => {
      const natural = nextUp(now, room, context)
      const override = next.kind === 'turn' && (natural?.person !== person || natural.kind !== 'turn')
      return [
        {
          type: 'FloorGranted',
          room,
          turn: newTurn(now, now.floors[room] ?? floor, next, override, context),
        },
      ]
    }
    return accept(
      ...inSteps(state, context.now, () => endSilence(floor, room), stopping(room, context), grant),
    )
  },

  nextTurn: (state, { room }, context) => {
    const floor = state.floors[room]
    if (!floor || floor.mode === 'free') return refuse('floor_closed')
    const waits = floor.turn && floor.turn.state !== 'speaking' ? floor.turn.person : undefined
    const go = (next: SessionState) => offerNext(next, room, context, waits)
    const events = inSteps(state, context.now, () => endSilence(floor, room), stopping(room, context), go)
    const moved = events.some((event) => event.type !== 'SilenceEnded')
    if (moved) return accept(...events)
    return floor.round ? accept({ type: 'RoundEnded', room }) : refuse('nobody_waiting')
  },

  extendTurn: (state, { room, turn, ms }) => {
    const current = turnNamed(state, room, turn)
    if (!current) return refuse('no_such_turn')
    return accept({ type: 'TurnExtended', room, turn, targetMs: current.targetMs + ms })
  },

  pauseTurn: (state, { room, turn }) => {
    const current = turnNamed(state, room, turn)
    if (current?.state !== 'speaking') return refuse('no_such_turn')
    return current.paused ? accept() : accept({ type: 'TurnPaused', room, turn })
  },

  resumeTurn: (state, { room, turn }) => {
    const current = turnNamed(state, room, turn)
    if (current?.state !== 'speaking') return refuse('no_such_turn')
    return current.paused ? accept({ type: 'TurnResumed', room, turn }) : accept()
  },

  inviteReply: (state, { room, person }) => {
    const floor = state.floors[room]
    if (!floor?.turn) return refuse('floor_closed')
    if (!mayHaveFloor(state, room, person) || floor.turn.person === person) return refuse('no_such_person')
    if (floor.reply === person) return accept()
    const earlier: DialogueEvent[] = floor.reply ? [{ type: 'ReplyEnded', room, person: floor.reply }] : []
    return accept(...earlier, { type: 'ReplyInvited', room, person })
  },

  endReply: (state, { room }, { actor }) => {
    const person = state.floors[room]?.reply
    if (!person) return accept()
    if (person !== actor && !leads(state, actor, room)) return refuse('not_your_turn')
    return accept({ type: 'ReplyEnded', room, person })
  },
}

const stopping =
  (room: RoomId, { now }: Context) =>
  (state: SessionState): DialogueEvent[] =>
    stopTurn(state, room, now)

const endSilence = (floor: Floor, room: RoomId): DialogueEvent[] =>
  floor.silence ? [{ type: 'SilenceEnded', room }] : []

/** What this person asks for: a point of order first, then a reply, else a turn. */
function wanted(floor: Floor, person: PersonId): Next {
  if (hasHand(floor, person, 'process')) return { person, kind: 'process' }
  return { person, kind: hasHand(floor, person, 'reply') ? 'reply' : 'turn' }
}

/** The server's own: what time and lost lines do. A late or wrong one does nothing (F8); none ends a speaking turn (F10). */
export const timeRules: Rules<
  'offerExpired' | 'dropExpired' | 'speakerDropped' | 'speakerReturned' | 'goOn'
> = {
  offerExpired: (state, { room, turn }, context) => {
    const floor = state.floors[room]
    const current = turnNamed(state, room, turn)
    if (!floor || current?.state !== 'offered' || floor.silence || floor.steering) return accept()
    if (current.deadline !== null && current.deadline > context.now) return accept()
    const late = turnEnded(room, current, 'late', frontPlace(floor, current), context.now)
    return endAndGoOn(state, context, late, current.person)
  },

  dropExpired: (state, { room, turn }, context) => {
    const floor = state.floors[room]
    const current = turnNamed(state, room, turn)
    if (!floor || current?.state !== 'dropped') return accept()
    if (current.deadline !== null && current.deadline > context.now) return accept()
    const dropped = turnEnded(room, current, 'dropped', frontPlace(floor, current), context.now)
    return endAndGoOn(state, context, dropped, current.person)
  },

  speakerDropped: (state, { room, turn }, { now }) =>
    turnNamed(state, room, turn)?.state === 'speaking'
      ? accept({ type: 'TurnDropped', room, turn, deadline: now + state.settings.dropMs })
      : accept(),

  speakerReturned: (state, { room, turn }) =>
    turnNamed(state, room, turn)?.state === 'dropped'
      ? accept({ type: 'TurnResumed', room, turn })
      : accept(),

  goOn: (state, { room }, context) =>
    leaderIsGone(state, room, context) ? accept(...goOnWithoutLeader(state, room, context)) : accept(),
}
