import { asideOf, speaksApart } from '../aside.ts'
import { command } from '../command.ts'
import { accept, refuse, type Context } from '../decision.ts'
import type { DialogueEvent } from '../events.ts'
import type { RoomId, SessionState, Turn } from '../model.ts'
import { takesPart } from '../permissions.ts'
import { open } from '../phases.ts'
import { carries, leads } from '../places.ts'
import { prose } from '../text.ts'
import { endAndGoOn, stopTurn, turnEnded, turnNamed } from './goingOn.ts'
import { ofRoom, ofTurn } from './payloads.ts'

/** What the holder of a turn does with it (F4, F8), and whoever was invited to reply (F3). */
export const holderCommands = {
  startTurn: command({
    who: takesPart,
    phases: open,
    schema: ofTurn,
    rule: (state, { room, turn }, { actor }) => {
      const current = turnNamed(state, room, turn)
      if (!current) return refuse('no_such_turn')
      if (!holds(state, room, current, actor)) return refuse('not_your_turn')
      return accept(...began(state, room, current))
    },
  }),

  sayTyped: command({
    who: takesPart,
    phases: open,
    schema: ofTurn.extend({ text: prose(1_000) }),
    rule: (state, { room, turn, text }, { actor }) => {
      const current = turnNamed(state, room, turn)
      if (!current) return refuse('no_such_turn')
      if (!holds(state, room, current, actor)) return refuse('not_your_turn')
      return accept(...began(state, room, current), { type: 'TurnTyped', room, turn, text })
    },
  }),

  moreTime: command({
    who: takesPart,
    phases: open,
    schema: ofTurn,
    rule: (state, { room, turn }, { actor, now }) => {
      const current = turnNamed(state, room, turn)
      if (!current) return refuse('no_such_turn')
      if (!holds(state, room, current, actor)) return refuse('not_your_turn')
      if (current.state !== 'offered' || current.extended) return refuse('already')
      const deadline = Math.max(current.deadline ?? now, now) + state.settings.moreMs
      return accept({ type: 'TurnGivenTime', room, turn, deadline })
    },
  }),

  passTurn: command({
    who: takesPart,
    phases: open,
    schema: ofTurn,
    rule: (state, { room, turn }, context) => {
      const current = turnNamed(state, room, turn)
      if (!current) return refuse('no_such_turn')
      if (!holds(state, room, current, context.actor)) return refuse('not_your_turn')
      return putDown(state, room, current, context)
    },
  }),

  /** Whoever leads may end somebody else's. */
  endTurn: command({
    who: takesPart,
    phases: open,
    schema: ofTurn,
    rule: (state, { room, turn }, context) => {
      const current = turnNamed(state, room, turn)
      if (!current) return refuse('no_such_turn')
      if ((state.beside[current.person] ?? current.person) === context.actor)
        return putDown(state, room, current, context)
      const may = leads(state, context.actor, room)
      return may ? accept(...stopTurn(state, room, context.now)) : refuse('not_your_turn')
    },
  }),

  endReply: command({
    who: takesPart,
    phases: open,
    schema: ofRoom,
    rule: (state, { room }, { actor }) => {
      const person = state.floors[room]?.reply
      if (!person) return accept()
      if (person !== actor && !leads(state, actor, room)) return refuse('not_your_turn')
      return accept({ type: 'ReplyEnded', room, person })
    },
  }),
}

/** Whoever has the turn, or speaks with them at one device, or leads the room of somebody who has it on the telephone. */
const holds = (state: SessionState, room: RoomId, turn: Turn, actor: Context['actor']): boolean =>
  carries(state, room, actor, turn.person)

/** Whoever speaks apart with a helper speaks to the table again: that is what the press is for. */
function began(now: SessionState, room: RoomId, { id: turn, state, person }: Turn): DialogueEvent[] {
  if (state === 'speaking') return []
  const back: DialogueEvent[] = speaksApart(now, person)
    ? [{ type: 'AsideSet', person, speaks: false, screen: asideOf(now, person)?.aside.screen ?? false }]
    : []
  return [...back, { type: state === 'offered' ? 'TurnStarted' : 'TurnResumed', room, turn }]
}

/** The holder is done, or passes what was only offered. */
const putDown = (state: SessionState, room: RoomId, turn: Turn, context: Context) =>
  endAndGoOn(
    state,
    context,
    turnEnded(room, turn, turn.state === 'offered' ? 'passed' : 'done', null, context.now),
  )
