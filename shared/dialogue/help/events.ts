import type { Audience, EventDeclarations } from '../event.ts'
import { plain } from '../give.ts'
import type { Aside, HelpCall, PersonId, SessionState } from '../model.ts'
import { lineAnswers } from '../shown.ts'
import type { helpSchemas } from './eventSchemas.ts'

const toHelpers = ({ person }: { person: PersonId }): Audience => ({ to: 'help', person })

/** Calls for the digital helper. */
export const helpEvents: EventDeclarations<typeof helpSchemas> = {
  HelpAsked: {
    audience: toHelpers,
    shown: { person: plain, note: plain },
    apply: (state, { person, note }, at) => ({
      ...state,
      help: [...state.help, { person, at, note, takenBy: null, aside: null }],
    }),
  },

  HelpTaken: {
    audience: toHelpers,
    shown: { person: plain, by: plain },
    apply: (state, { person, by }) => {
      const take = (call: HelpCall) => (call.person === person ? { ...call, takenBy: by } : call)
      return { ...state, help: state.help.map(take) }
    },
  },

  HelpClosed: {
    audience: toHelpers,
    shown: { person: plain },
    apply: (state, { person }) => ({
      ...state,
      help: state.help.filter((call) => call.person !== person),
      helped: isNewlyHelped(state, person) ? [...state.helped, person] : state.helped,
    }),
  },

  LineTested: {
    audience: toHelpers,
    shown: { person: plain, answers: lineAnswers },
    apply: (state, { person, answers }, at) => ({
      ...state,
      lines: { ...state.lines, [person]: { person, at, answers } },
    }),
  },

  AsideOpened: {
    audience: toHelpers,
    shown: { person: plain, version: plain },
    apply: (state, { person, version }) =>
      withAside(state, person, { version, speaks: false, screen: false }),
  },

  AsideSet: {
    audience: toHelpers,
    shown: { person: plain, speaks: plain, screen: plain },
    apply: (state, { person, speaks, screen }) => {
      const aside = state.help.find((call) => call.person === person)?.aside
      return aside ? withAside(state, person, { ...aside, speaks, screen }) : state
    },
  },

  AsideClosed: {
    audience: toHelpers,
    shown: { person: plain },
    apply: (state, { person }) => withAside(state, person, null),
  },
}

/** Somebody came: a call that is closed before that was solved without help. */
const isNewlyHelped = ({ help, helped }: SessionState, person: PersonId): boolean =>
  !helped.includes(person) && help.some((call) => call.person === person && call.takenBy !== null)

const withAside = (state: SessionState, person: PersonId, aside: Aside | null): SessionState => ({
  ...state,
  help: state.help.map((call) => (call.person === person ? { ...call, aside } : call)),
})
