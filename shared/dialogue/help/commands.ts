import * as z from 'zod'
import { command } from '../command.ts'
import { accept, refuse, type Decision } from '../decision.ts'
import type { HelpCall, PersonId, SessionState } from '../model.ts'
import { mayComeIn } from '../people/list.ts'
import { always, before } from '../phases.ts'
import { anyLine, id } from '../text.ts'
import { LINE_ANSWERS } from './line.ts'

const lineAnswer = z.enum(LINE_ANSWERS)

/** Calls for the digital helper: one per person at a time. */
export const helpCommands = {
  askHelp: command({
    who: { facilitator: 'self', participant: 'self' },
    phases: before,
    schema: z.strictObject({ note: anyLine(300).default('') }),
    rule: (state, { note }, { actor }) =>
      state.help.some((call) => call.person === actor)
        ? accept()
        : accept({ type: 'HelpAsked', person: actor, note }),
  }),

  /** The helper wants to talk apart with whoever they help: one at a time. */
  openAside: command({
    who: { helper: 'anywhere' },
    phases: before,
    schema: z.strictObject({ person: id }),
    rule: (state, { person }, { actor }) => {
      const call = state.help.find((other) => other.person === person)
      if (call?.takenBy !== actor) return refuse('no_such_person')
      if (call.aside) return accept()
      if (state.help.some(({ takenBy, aside }) => takenBy === actor && aside)) return refuse('already')
      return accept({ type: 'AsideOpened', person, version: state.seq + 1 })
    },
  }),

  /** Who asked speaks apart, or shows their screen there: by their own press, never by the helper's. */
  setAside: command({
    who: { facilitator: 'self', participant: 'self' },
    phases: before,
    schema: z.strictObject({ speaks: z.boolean(), screen: z.boolean() }),
    rule: (state, { speaks, screen }, { actor }) => {
      const aside = state.help.find(({ person }) => person === actor)?.aside
      if (!aside) return speaks || screen ? refuse('nobody_waiting') : accept()
      if (aside.speaks === speaks && aside.screen === screen) return accept()
      // the clock of a turn would run on with what the table does not hear
      if (speaks && hasFloor(state, actor)) return refuse('floor_first')
      return accept({ type: 'AsideSet', person: actor, speaks, screen })
    },
  }),

  closeAside: command({
    who: { helper: 'anywhere', facilitator: 'ownTableOrSelf', participant: 'self' },
    phases: always,
    schema: z.strictObject({ person: id }),
    rule: (state, { person }, { actor }) => {
      const call = state.help.find((other) => other.person === person)
      if (!call?.aside) return accept()
      if (actor !== person && call.takenBy !== actor) return refuse('no_such_person')
      return accept({ type: 'AsideClosed', person })
    },
  }),

  takeHelp: command({
    who: { organiser: 'anywhere', helper: 'anywhere', facilitator: 'ownTable' },
    phases: before,
    schema: z.strictObject({ person: id }),
    // a helper whose line is gone keeps nobody waiting
    rule: (state, { person }, { actor, present }) => {
      const call = state.help.find((other) => other.person === person)
      if (!call) return refuse('no_such_person')
      if (call.takenBy === actor) return accept()
      return call.takenBy && present.has(call.takenBy) ? refuse('already') : goesTo(call, actor)
    },
  }),

  /** From one helper to another: somebody who can do it, or who stays longer. */
  passHelp: command({
    who: { helper: 'anywhere' },
    phases: before,
    schema: z.strictObject({ person: id, helper: id }),
    rule: (state, { person, helper }, { actor }) => {
      const call = state.help.find((other) => other.person === person)
      if (call?.takenBy !== actor) return refuse('no_such_person')
      if (helper === actor) return accept()
      if (state.people[helper]?.role !== 'helper' || !mayComeIn(state, helper))
        return refuse('no_such_person')
      return goesTo(call, helper)
    },
  }),

  closeHelp: command({
    who: { organiser: 'anywhere', helper: 'anywhere', facilitator: 'ownTableOrSelf', participant: 'self' },
    phases: always,
    schema: z.strictObject({ person: id }),
    rule: (state, { person }) =>
      state.help.some((call) => call.person === person) ? accept({ type: 'HelpClosed', person }) : accept(),
  }),

  tellLine: command({
    who: { facilitator: 'self', participant: 'self', interpreter: 'self' },
    phases: before,
    schema: z.strictObject({
      answers: z.strictObject({ signalling: lineAnswer, udp: lineAnswer, tcp: lineAnswer, turn: lineAnswer }),
    }),
    rule: (_state, { answers }, { actor }) => accept({ type: 'LineTested', person: actor, answers }),
  }),
}

/** A talk apart ends with whoever led it. */
function goesTo({ person, aside }: HelpCall, by: PersonId): Decision {
  const taken = { type: 'HelpTaken', person, by } as const
  return aside ? accept({ type: 'AsideClosed', person }, taken) : accept(taken)
}

const hasFloor = (state: SessionState, person: PersonId): boolean =>
  Object.values(state.floors).some(
    ({ turn, reply, steering }) =>
      reply === person || steering === person || (turn?.person === person && turn.state !== 'offered'),
  )
