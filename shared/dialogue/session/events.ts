import type * as z from 'zod'
import { toAll, type EventDeclarations } from '../event.ts'
import { NO_OBJECTIONS } from '../between/objection.ts'
import { NO_COUNCIL } from '../council/council.ts'
import { NO_PROPOSAL } from '../council/proposal.ts'
import { closedFloor, freshFloor } from '../floor/roomFloor.ts'
import { each, plain } from '../give.ts'
import { emptySession } from '../emptySession.ts'
import type { GivenPromise, SessionState } from '../model.ts'
import { withPeople } from '../people/events.ts'
import { atTables } from '../places.ts'
import { DEFAULT_SETTINGS } from '../settings.ts'
import * as shown from '../shown.ts'
import type { sessionSchemas } from './eventSchemas.ts'
import { beginItem, endItem, itemAfterMove, withProgramme } from './agenda.ts'
import { withPromises } from './promises.ts'

/** The session's beginning and end, its agenda, the clock everybody sees. */
export const sessionEvents: EventDeclarations<typeof sessionSchemas> = {
  // nobody is in before the first line: everybody begins with a snapshot
  SessionCreated: {
    audience: () => ({ to: 'nobody' }),
    shown: {
      session: plain,
      dialogue: shown.dialogue,
      startsAt: plain,
      settings: shown.settings,
      people: each(shown.person),
      tables: each(shown.table),
      seatings: each(shown.seating),
      agreements: each(shown.agreement),
      merges: each(shown.merge),
      council: shown.council,
      proposal: shown.proposal,
      named: each(plain),
      namesSaid: each(plain),
      namesAsked: plain,
      objections: shown.objections,
      shared: plain,
      erased: each(plain),
      takenOut: each(plain),
      programme: each(shown.agendaPart),
      promises: each(shown.promise),
    },
    apply: (_state, beginning, at) => begun(beginning, at),
  },

  DialogueSet: {
    audience: toAll,
    shown: { title: plain, startsAt: plain },
    apply: (state, { title, startsAt }) => ({ ...state, dialogue: { ...state.dialogue, title }, startsAt }),
  },

  PlenaryOpened: {
    audience: toAll,
    shown: {},
    apply: (state, _event, at) => ({
      ...state,
      phase: { name: 'plenary' },
      agenda: itemAfterMove(state, 'plenary', at),
    }),
  },

  SessionEnded: {
    audience: toAll,
    shown: {},
    apply: (state, _event, at) => ({
      ...state,
      floors: Object.fromEntries(
        Object.entries(state.floors).map(([room, floor]) => [room, closedFloor(floor)]),
      ),
      shared: state.shared || atTables(state.phase),
      phase: { name: 'ended' },
      agenda: endItem(state.agenda, at),
    }),
  },

  ItemStarted: {
    audience: toAll,
    shown: { title: plain, part: plain },
    apply: (state, { title, part }, at) => ({
      ...state,
      agenda: beginItem(state.agenda, { title, part }, at),
    }),
  },

  AgendaPlanned: {
    audience: toAll,
    shown: { parts: each(shown.agendaPart) },
    apply: (state, { parts }) => withProgramme(state, parts),
  },

  PromiseMade: {
    audience: toAll,
    shown: { text: plain },
    apply: (state, { text: made }, at) => withPromises(state, [...state.promises, { text: made, at }]),
  },

  Announced: {
    audience: toAll,
    shown: { text: plain },
    apply: (state, { text: said }, at) => ({ ...state, announcement: { at, text: said } }),
  },

  ClockSet: {
    audience: toAll,
    shown: { clock: shown.clock },
    apply: (state, { clock }) => ({ ...state, clock, timeAsked: [] }),
  },
}

type Beginning = z.output<typeof sessionSchemas.SessionCreated>

const begun = (beginning: Beginning, at: number): SessionState =>
  withPeople(
    withPromises(
      {
        ...emptySession,
        id: beginning.session,
        dialogue: beginning.dialogue,
        startsAt: beginning.startsAt,
        settings: { ...DEFAULT_SETTINGS, ...beginning.settings },
        tables: Object.fromEntries(beginning.tables.map((one) => [one.id, one])),
        tableOrder: beginning.tables.map(({ id }) => id),
        floors: { plenary: freshFloor('firstCome') },
        history: beginning.seatings ?? [],
        agreements: Object.fromEntries((beginning.agreements ?? []).map((one) => [one.id, one])),
        harvest: { merges: beginning.merges ?? [], last: null },
        council: beginning.council ?? NO_COUNCIL,
        proposal: beginning.proposal ?? NO_PROPOSAL,
        named: beginning.named ?? [],
        namesSaid: beginning.namesSaid ?? beginning.named ?? [],
        namesAsked: beginning.namesAsked ?? null,
        objections: beginning.objections ?? NO_OBJECTIONS,
        sharedBefore: beginning.shared ?? false,
        programme: beginning.programme ?? [],
        erased: beginning.erased ?? emptySession.erased,
        takenOut: beginning.takenOut ?? emptySession.takenOut,
      },
      promisesOf(beginning, at),
    ),
    beginning.people,
  )

const promisesOf = ({ promises, dialogue: { promise } }: Beginning, at: number): GivenPromise[] =>
  promises ?? (promise === null ? [] : [{ text: promise, at }])
