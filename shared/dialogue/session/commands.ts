import * as z from 'zod'
import { command, duration } from '../command.ts'
import { accept, inSteps } from '../decision.ts'
import { roundStops } from '../consent/ending.ts'
import { stopTurn } from '../floor/goingOn.ts'
import type { Clock, SessionState } from '../model.ts'
import { organiser, system } from '../permissions.ts'
import { always, before, open } from '../phases.ts'
import { line, prose } from '../text.ts'
import { agendaCommands } from './agendaCommands.ts'

/** The session's beginning and end, its agenda, the clock everybody sees. */
export const sessionCommands = {
  ...agendaCommands,

  setDialogue: command({
    who: system,
    phases: always,
    schema: z.strictObject({ title: line(200), startsAt: z.number().int().nullable() }),
    rule: (state, { title, startsAt }) =>
      state.dialogue.title === title && state.startsAt === startsAt
        ? accept()
        : accept({ type: 'DialogueSet', title, startsAt }),
  }),

  // the demonstration with voices begins by itself
  openPlenary: command({
    who: { ...organiser, ...system },
    phases: ['lobby'],
    schema: z.strictObject({}),
    rule: () => accept({ type: 'PlenaryOpened' }),
  }),

  endSession: command({
    who: organiser,
    phases: before,
    schema: z.strictObject({}),
    rule: (state, _payload, { now }) => {
      const rooms = Object.keys(state.floors)
      const rounds = rooms.map((room) => (next: SessionState) => roundStops(next, room, now))
      const turns = rooms.map((room) => (next: SessionState) => stopTurn(next, room, now))
      return accept(...inSteps(state, now, ...rounds, ...turns, () => [{ type: 'SessionEnded' }]))
    },
  }),

  /** What was promised before is kept beside it. */
  recordPromise: command({
    who: organiser,
    phases: always,
    schema: z.strictObject({ text: prose(500) }),
    rule: ({ dialogue }, { text }) =>
      dialogue.promise === text ? accept() : accept({ type: 'PromiseMade', text }),
  }),

  announce: command({
    who: organiser,
    phases: before,
    schema: z.strictObject({ text: prose(500) }),
    rule: (_state, { text }) => accept({ type: 'Announced', text }),
  }),

  /** The next item of the agenda: balance starts anew in it. */
  startItem: command({
    who: organiser,
    phases: open,
    schema: z.strictObject({ title: line(80) }),
    rule: ({ agenda }, { title }) =>
      agenda.at(-1)?.title === title ? accept() : accept({ type: 'ItemStarted', title }),
  }),

  setClock: command({
    who: organiser,
    phases: before,
    schema: z.strictObject({ ms: duration }),
    rule: (_state, { ms }, { now }) => clock({ endsAt: now + ms, leftMs: ms, totalMs: ms }),
  }),

  extendClock: command({
    who: organiser,
    phases: before,
    schema: z.strictObject({ ms: duration }),
    rule: (state, { ms }, { now }) => {
      const { endsAt, leftMs, totalMs } = state.clock ?? { endsAt: now, leftMs: 0, totalMs: 0 }
      if (endsAt === null) return clock({ endsAt, leftMs: leftMs + ms, totalMs: totalMs + ms })
      const left = Math.max(endsAt, now) + ms - now
      return clock({ endsAt: now + left, leftMs: left, totalMs: totalMs + ms })
    },
  }),

  stopClock: command({
    who: organiser,
    phases: before,
    schema: z.strictObject({}),
    rule: (state, _payload, { now }) => {
      const { endsAt, totalMs } = state.clock ?? {}
      if (endsAt === undefined || endsAt === null || totalMs === undefined) return accept()
      return clock({ endsAt: null, leftMs: Math.max(0, endsAt - now), totalMs })
    },
  }),

  runClock: command({
    who: organiser,
    phases: before,
    schema: z.strictObject({}),
    rule: (state, _payload, { now }) => {
      if (!state.clock || state.clock.endsAt !== null) return accept()
      return clock({ ...state.clock, endsAt: now + state.clock.leftMs })
    },
  }),
}

const clock = (value: Clock) => accept({ type: 'ClockSet', clock: value })
