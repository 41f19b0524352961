import { toAll, toOrganiser, type EventDeclarations } from '../event.ts'
import { each, plain } from '../give.ts'
import type { SeatingPlan, SessionState, TableId } from '../model.ts'
import * as shown from '../shown.ts'
import type { seatSchemas } from './eventSchemas.ts'

/** Tables, who leads them, and the organiser's draft of the seats. */
export const seatEvents: EventDeclarations<typeof seatSchemas> = {
  TableAdded: {
    audience: toAll,
    shown: { table: shown.table },
    apply: (state, { table: added }) => ({
      ...state,
      tables: { ...state.tables, [added.id]: added },
      tableOrder: [...state.tableOrder, added.id],
    }),
  },

  TableRemoved: {
    audience: toAll,
    shown: { table: plain },
    apply: (state, { table: gone }) => removeTable(state, gone),
  },

  FacilitatorsAssigned: {
    audience: toAll,
    shown: { table: plain, facilitators: each(plain) },
    apply: (state, { table: id, facilitators }) => {
      const found = state.tables[id]
      if (!found) return state
      return { ...state, tables: { ...state.tables, [id]: { ...found, facilitators } } }
    },
  },

  TableAttended: {
    audience: toAll,
    shown: { person: plain, table: plain },
    apply: (state, { person, table: at }) => ({
      ...state,
      attending: { ...state.attending, [person]: at },
    }),
  },

  SeatsPlanned: {
    audience: toOrganiser,
    shown: { plan: shown.seating },
    apply: (state, { plan }) => ({ ...state, plan }),
  },
}

function removeTable(state: SessionState, gone: TableId): SessionState {
  const tables = { ...state.tables }
  delete tables[gone]
  const attending = Object.entries(state.attending).filter(([, at]) => at !== gone)
  return {
    ...state,
    tables,
    tableOrder: state.tableOrder.filter((id) => id !== gone),
    attending: Object.fromEntries(attending),
    plan: state.plan && withoutTable(state.plan, gone),
  }
}

const withoutTable = (plan: SeatingPlan, gone: TableId): SeatingPlan => ({
  ...plan,
  seats: Object.fromEntries(Object.entries(plan.seats).filter(([, at]) => at !== gone)),
})
