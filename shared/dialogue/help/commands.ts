import * as z from 'zod'
import { command } from '../command.ts'
import { accept, refuse } from '../decision.ts'
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

  takeHelp: command({
    who: { organiser: 'anywhere', helper: 'anywhere', facilitator: 'ownTable' },
    phases: before,
    schema: z.strictObject({ person: id }),
    rule: (state, { person }, { actor }) => {
      const call = state.help.find((other) => other.person === person)
      if (!call) return refuse('no_such_person')
      if (call.takenBy === actor) return accept()
      return call.takenBy ? refuse('already') : accept({ type: 'HelpTaken', person, by: actor })
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
