import { UNNAMED } from '../agreements/named.ts'
import { toAll, type Audience, type EventDeclarations } from '../event.ts'
import { each, plain } from '../give.ts'
import type { PersonId, SessionState, TableId } from '../model.ts'
import type { betweenSchemas } from './eventSchemas.ts'
import type { Objection } from './objection.ts'

const tables = each<TableId>(plain)
const toReaders = (about: { tables: TableId[]; person: PersonId }): Audience => ({
  to: 'objection',
  tables: about.tables,
  person: about.person,
})

const without = (state: SessionState, id: string): Objection[] =>
  state.objections.given.filter((one) => one.id !== id)

const withGiven = (state: SessionState, given: Objection[]): SessionState => ({
  ...state,
  objections: { ...state.objections, given },
})

/** Until when one may object, and who did. What that does to an agreement are events of the agreement. */
export const betweenEvents: EventDeclarations<typeof betweenSchemas> = {
  ObjectionsAllowed: {
    audience: toAll,
    shown: { until: plain },
    apply: (state, { until }) => ({ ...state, objections: { ...state.objections, until } }),
  },

  ObjectionGiven: {
    audience: toReaders,
    shown: {
      objection: plain,
      agreement: plain,
      version: plain,
      tables,
      person: plain,
      seated: plain,
      inSet: plain,
      reason: plain,
    },
    // at their own table people know each other
    sealed: {
      audience: ({ person, seated, ...about }) =>
        seated ? toReaders({ ...about, person }) : { to: 'own', person },
      closed: { person: UNNAMED },
    },
    apply: (state, { objection: id, agreement, version, tables: at, person, seated, inSet, reason }, when) =>
      withGiven(state, [
        ...without(state, id),
        { id, agreement, version, tables: at, person, seated, inSet, reason, at: when },
      ]),
  },

  ObjectionTakenBack: {
    audience: toReaders,
    shown: { objection: plain, agreement: plain, tables, person: plain },
    sealed: {
      audience: ({ person }) => ({ to: 'own', person }),
      closed: { person: UNNAMED },
    },
    apply: (state, { objection }) => withGiven(state, without(state, objection)),
  },
}
