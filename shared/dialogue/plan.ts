import { tidyFloors } from './flow.ts'
import { seatings, spreadEvenly } from './seating.ts'
import { accept, inSteps, refuse, type Decision, type Rules } from './decision.ts'
import type { Person, PersonId, SeatingPlan, SessionState, TableId } from './model.ts'

/** Higher than every version there has been (T1). */
export function nextVersion(state: SessionState): number {
  return Math.max(0, ...seatings(state).map(({ version }) => version)) + 1
}

/** Tables, their facilitators and the organiser's draft of the seats (T4, T7, T8). */
export const planRules: Rules<
  | 'addTable'
  | 'removeTable'
  | 'assignFacilitator'
  | 'attendTable'
  | 'spreadEvenly'
  | 'seatPerson'
  | 'swapSeats'
  | 'pinSeat'
  | 'repeatSeating'
> = {
  addTable: (state, { role }, { newId }) => {
    const number = Math.max(0, ...Object.values(state.tables).map((table) => table.number)) + 1
    return accept({ type: 'TableAdded', table: { id: newId('tbl'), number, role, facilitators: [] } })
  },

  removeTable: (state, { table }) => {
    if (!state.tables[table]) return refuse('no_such_table')
    const inUse = seatings(state).some((seating) => Object.values(seating.seats).includes(table))
    return inUse ? refuse('table_in_use') : accept({ type: 'TableRemoved', table })
  },

  assignFacilitator: (state, { table, person }, context) => {
    const current = state.tables[table]
    if (!current) return refuse('no_such_table')
    if (person !== null && state.people[person]?.role !== 'facilitator') return refuse('no_such_person')
    const facilitators = person === null ? [] : [person]
    if (facilitators.join() === current.facilitators.join()) return accept()
    return accept(
      ...inSteps(
        state,
        context.now,
        () => [{ type: 'FacilitatorsAssigned', table, facilitators }],
        (next) => tidyFloors(next, context),
      ),
    )
  },

  attendTable: (state, { table }, context) => {
    const person = context.actor
    if (state.attending[person] === table) return accept()
    return accept(
      ...inSteps(
        state,
        context.now,
        () => [{ type: 'TableAttended', person, table }],
        (next) => tidyFloors(next, context),
      ),
    )
  },

  spreadEvenly: (state) => {
    const tables = state.tableOrder.map((id) => ({ id }))
    if (tables.length === 0) return refuse('no_such_table')
    const { seats, pinned } = draft(state)
    const people = participants(state)
    const others = Object.entries(seats).filter(([id]) => state.people[id]?.role === 'interpreter')
    return planned(state, { ...spreadEvenly(people, tables, pinned, seats), ...Object.fromEntries(others) })
  },

  seatPerson: (state, { person, table }) => {
    if (!seatable(state, person)) return refuse('no_such_person')
    if (table !== null && !state.tables[table]) return refuse('no_such_table')
    return planned(state, withSeat(draft(state).seats, person, table))
  },

  swapSeats: (state, { first, second }) => {
    if (!seatable(state, first) || !seatable(state, second)) return refuse('no_such_person')
    const { seats } = draft(state)
    const swapped = withSeat(seats, first, seats[second] ?? null)
    return planned(state, withSeat(swapped, second, seats[first] ?? null))
  },

  pinSeat: (state, { person, pinned }) => {
    if (!seatable(state, person)) return refuse('no_such_person')
    const plan = draft(state)
    const others = plan.pinned.filter((other) => other !== person)
    return accept({ type: 'SeatsPlanned', plan: { ...plan, pinned: pinned ? [...others, person] : others } })
  },

  repeatSeating: (state, { version }) => {
    const found = seatings(state).find((seating) => seating.version === version)
    if (!found) return refuse('old_version')
    const seats = Object.entries(found.seats).filter(
      ([id, table]) => state.tables[table] && seatable(state, id),
    )
    return planned(state, Object.fromEntries(seats))
  },
}

/** The draft so far, or an empty one. */
const draft = (state: SessionState): SeatingPlan => ({
  version: nextVersion(state),
  seats: state.plan?.seats ?? {},
  pinned: state.plan?.pinned ?? [],
})

const planned = (state: SessionState, seats: SeatingPlan['seats']): Decision =>
  accept({ type: 'SeatsPlanned', plan: { ...draft(state), seats } })

function withSeat(
  seats: SeatingPlan['seats'],
  person: PersonId,
  table: TableId | null,
): SeatingPlan['seats'] {
  const rest = Object.entries(seats).filter(([other]) => other !== person)
  return Object.fromEntries(table === null ? rest : [...rest, [person, table]])
}

const participants = (state: SessionState): Person[] =>
  state.order
    .map((id) => state.people[id])
    .filter((person): person is Person => person?.role === 'participant' && !person.left)

const seatable = (state: SessionState, id: PersonId): boolean => {
  const role = state.people[id]?.role
  return role === 'participant' || role === 'interpreter'
}
