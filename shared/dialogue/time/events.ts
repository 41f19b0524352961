import { toAll, type Audience, type EventDeclarations } from '../event.ts'
import { plain } from '../give.ts'
import type { Nudge, PersonId, SessionState } from '../model.ts'
import { itemNow } from '../session/agenda.ts'
import type { timeSchemas } from './eventSchemas.ts'

const toSelf = ({ person }: { person: PersonId }): Audience => ({ to: 'person', person })

/** Corrections of speaking time (S8) and private questions (S6). */
export const timeEvents: EventDeclarations<typeof timeSchemas> = {
  TimeCorrected: {
    audience: ({ room, person }) => ({ to: 'time', room, person }),
    shown: { room: plain, person: plain, from: plain, to: plain, reason: plain, by: plain },
    apply: (state, { room, person, from, to, reason, by }, at) => ({
      ...state,
      corrections: [...state.corrections, { room, person, from, to, reason, by, at }],
    }),
  },

  // what was set otherwise stays
  NudgesSet: {
    audience: toAll,
    shown: { on: plain, silentMs: plain, overMs: plain, talkMs: plain },
    apply: (state, { on, silentMs, overMs, talkMs }) => ({
      ...state,
      settings: {
        ...state.settings,
        nudgesOn: on,
        nudgeSilentMs: silentMs,
        nudgeOverMs: overMs,
        nudgeTalkMs: talkMs,
      },
    }),
  },

  Nudged: {
    audience: toSelf,
    shown: { person: plain, why: plain, turn: plain },
    apply: (state, { person, why, turn }, at) => {
      const quiet = state.nudges[person]?.quiet ?? { silent: null, long: null }
      return withNudge(state, person, { why, at, turn, answer: null, quiet })
    },
  },

  NudgeAnswered: {
    audience: toSelf,
    shown: { person: plain, answer: plain },
    apply: (state, { person, answer }) => {
      const asked = state.nudges[person]
      if (!asked) return state
      const stop = answer === 'listen' || answer === 'enough'
      const quiet = stop ? { ...asked.quiet, [asked.why]: itemNow(state.agenda) } : asked.quiet
      return withNudge(state, person, { ...asked, answer, quiet })
    },
  },
}

const withNudge = (state: SessionState, person: PersonId, nudge: Nudge): SessionState => ({
  ...state,
  nudges: { ...state.nudges, [person]: nudge },
})
