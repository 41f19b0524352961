import { closedFloor } from './applyFloor.ts'
import { freshFloor } from './floors.ts'
import { seatings } from './seating.ts'
import type { DialogueEvent } from './events.ts'
import type { Floor, PersonId, SeatingPlan, SessionState, TableId } from './model.ts'

/** The events of tables, seats and moving. */
export type SplitEvent = Extract<
  DialogueEvent,
  {
    type:
      | 'TableAdded'
      | 'TableRemoved'
      | 'FacilitatorsAssigned'
      | 'TableAttended'
      | 'SeatsPlanned'
      | 'SplitAnnounced'
      | 'SplitExtended'
      | 'SplitCancelled'
      | 'TablesStarted'
      | 'PersonMoved'
      | 'TimeAsked'
      | 'RecallAnnounced'
      | 'RecallCancelled'
      | 'RecallFinished'
  }
>

export function applySplit(state: SessionState, event: SplitEvent): SessionState {
  switch (event.type) {
    case 'TableAdded':
      return {
        ...state,
        tables: { ...state.tables, [event.table.id]: event.table },
        tableOrder: [...state.tableOrder, event.table.id],
      }
    case 'TableRemoved':
      return removeTable(state, event.table)
    case 'FacilitatorsAssigned': {
      const table = state.tables[event.table]
      if (!table) return state
      const changed = { ...table, facilitators: event.facilitators }
      return { ...state, tables: { ...state.tables, [table.id]: changed } }
    }
    case 'TableAttended':
      return { ...state, attending: { ...state.attending, [event.person]: event.table } }
    case 'SeatsPlanned':
      return { ...state, plan: event.plan }
    case 'SplitAnnounced':
      return {
        ...state,
        history: seatings(state),
        seating: event.seating,
        phase: { name: 'announced', version: event.seating.version, deadline: event.deadline },
      }
    case 'SplitExtended':
      return { ...state, phase: { name: 'announced', version: event.version, deadline: event.deadline } }
    case 'SplitCancelled':
      return { ...state, phase: { name: 'plenary' } }
    case 'TablesStarted':
      return {
        ...state,
        phase: { name: 'tables', version: event.version },
        floors: opened(state),
        timeAsked: [],
      }
    case 'PersonMoved':
      return movePerson(state, event.person, event.table)
    case 'TimeAsked':
      return { ...state, timeAsked: [...state.timeAsked, event.table] }
    case 'RecallAnnounced':
      return { ...state, phase: { name: 'recalling', version: event.version, deadline: event.deadline } }
    case 'RecallCancelled':
      return { ...state, phase: { name: 'tables', version: event.version } }
    case 'RecallFinished':
      return { ...state, phase: { name: 'plenary' }, floors: recalled(state), shared: true, timeAsked: [] }
  }
}

/** Each table starts a split in free talk, with nobody waiting; time held earlier stays counted (S1). */
function opened(state: SessionState): Record<string, Floor> {
  const floors = { ...state.floors }
  for (const table of state.tableOrder) floors[table] = freshFloor('free', state.floors[table]?.heldMs)
  return floors
}

function recalled(state: SessionState): Record<string, Floor> {
  const floors: Record<string, Floor> = {}
  for (const [room, floor] of Object.entries(state.floors)) {
    floors[room] = room === 'plenary' ? floor : closedFloor(floor)
  }
  return floors
}

function movePerson(state: SessionState, person: PersonId, table: TableId): SessionState {
  if (!state.seating) return state
  return { ...state, seating: { ...state.seating, seats: { ...state.seating.seats, [person]: table } } }
}

function removeTable(state: SessionState, gone: TableId): SessionState {
  const tables = { ...state.tables }
  delete tables[gone]
  const attending = Object.entries(state.attending).filter(([, table]) => table !== gone)
  return {
    ...state,
    tables,
    tableOrder: state.tableOrder.filter((table) => table !== gone),
    attending: Object.fromEntries(attending),
    plan: state.plan && withoutTable(state.plan, gone),
  }
}

const withoutTable = (plan: SeatingPlan, gone: TableId): SeatingPlan => ({
  ...plan,
  seats: Object.fromEntries(Object.entries(plan.seats).filter(([, table]) => table !== gone)),
})
