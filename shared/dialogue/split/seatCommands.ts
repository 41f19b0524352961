import * as z from 'zod'
import { isFixed } from '../agreements/agreements.ts'
import { command } from '../command.ts'
import { accept, inSteps, refuse, type Decision } from '../decision.ts'
import type { DialogueEvent } from '../events.ts'
import { tidyFloors } from '../floor/goingOn.ts'
import { GOVERNMENT_ROLES } from '../model.ts'
import type { Person, PersonId, SeatingPlan, SessionState, TableId } from '../model.ts'
import { facilitates, organiser } from '../permissions.ts'
import { before } from '../phases.ts'
import { nextVersion, seatings } from '../places.ts'
import { id } from '../text.ts'
import { spreadEvenly } from './seating.ts'

/** Tables, their facilitators and the organiser's draft of the seats (T4, T7, T8). */
export const seatCommands = {
  addTable: command({
    who: organiser,
    phases: ['lobby', 'plenary'],
    schema: z.strictObject({ role: z.enum(GOVERNMENT_ROLES) }),
    rule: (state, { role }, { newId }) => {
      const number = Math.max(0, ...Object.values(state.tables).map((table) => table.number)) + 1
      return accept({ type: 'TableAdded', table: { id: newId('tbl'), number, role, facilitators: [] } })
    },
  }),

  removeTable: command({
    who: organiser,
    phases: ['lobby', 'plenary'],
    schema: z.strictObject({ table: id }),
    rule: (state, { table }) => {
      if (!state.tables[table]) return refuse('no_such_table')
      const inUse = seatings(state).some((seating) => Object.values(seating.seats).includes(table))
      if (inUse) return refuse('table_in_use')
      // nobody could read what has been agreed there
      const fixed = Object.values(state.agreements).some((one) => one.table === table && isFixed(one))
      return fixed ? refuse('table_has_agreements') : accept({ type: 'TableRemoved', table })
    },
  }),

  assignFacilitator: command({
    who: organiser,
    phases: before,
    schema: z.strictObject({ table: id, person: id.nullable() }),
    rule: (state, { table, person }, context) => {
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
  }),

  attendTable: command({
    who: facilitates,
    phases: before,
    schema: z.strictObject({ table: id }),
    rule: (state, { table }, context) => {
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
  }),

  spreadEvenly: command({
    who: organiser,
    phases: before,
    schema: z.strictObject({}),
    rule: (state, _payload, context) => {
      const tables = state.tableOrder.map((table) => ({ id: table }))
      if (tables.length === 0) return refuse('no_such_table')
      const { seats, pinned } = draft(state)
      const people = participants(state)
      const others = Object.entries(seats).filter(([person]) => state.people[person]?.role === 'interpreter')
      const spread = { ...spreadEvenly(people, tables, pinned, seats), ...Object.fromEntries(others) }
      return accept(
        ...inSteps(
          state,
          context.now,
          () => [plan(state, spread), ...freeFacilitators(state)],
          (next) => tidyFloors(next, context),
        ),
      )
    },
  }),

  seatPerson: command({
    who: organiser,
    phases: before,
    schema: z.strictObject({ person: id, table: id.nullable() }),
    rule: (state, { person, table }) => {
      if (!seatable(state, person)) return refuse('no_such_person')
      if (table !== null && !state.tables[table]) return refuse('no_such_table')
      return planned(state, withSeat(draft(state).seats, person, table))
    },
  }),

  swapSeats: command({
    who: organiser,
    phases: before,
    schema: z.strictObject({ first: id, second: id }),
    rule: (state, { first, second }) => {
      if (!seatable(state, first) || !seatable(state, second)) return refuse('no_such_person')
      const { seats } = draft(state)
      const swapped = withSeat(seats, first, seats[second] ?? null)
      return planned(state, withSeat(swapped, second, seats[first] ?? null))
    },
  }),

  pinSeat: command({
    who: organiser,
    phases: before,
    schema: z.strictObject({ person: id, pinned: z.boolean() }),
    rule: (state, { person, pinned }) => {
      if (!seatable(state, person)) return refuse('no_such_person')
      const plan = draft(state)
      const others = plan.pinned.filter((other) => other !== person)
      return accept({
        type: 'SeatsPlanned',
        plan: { ...plan, pinned: pinned ? [...others, person] : others },
      })
    },
  }),

  repeatSeating: command({
    who: organiser,
    phases: before,
    schema: z.strictObject({ version: z.number().int().min(1) }),
    rule: (state, { version }) => {
      const found = seatings(state).find((seating) => seating.version === version)
      if (!found) return refuse('old_version')
      const seats = Object.entries(found.seats).filter(
        ([person, table]) => state.tables[table] && seatable(state, person),
      )
      return planned(state, Object.fromEntries(seats))
    },
  }),
}

/** The draft so far, or an empty one. */
const draft = (state: SessionState): SeatingPlan => ({
  version: nextVersion(state),
  seats: state.plan?.seats ?? {},
  pinned: state.plan?.pinned ?? [],
})

const plan = (state: SessionState, seats: SeatingPlan['seats']): DialogueEvent => ({
  type: 'SeatsPlanned',
  plan: { ...draft(state), seats },
})
const planned = (state: SessionState, seats: SeatingPlan['seats']): Decision => accept(plan(state, seats))

/** Whoever facilitates and leads no table yet gets one that nobody leads; who was chosen stays. */
function freeFacilitators({ tables, tableOrder, people, order }: SessionState): DialogueEvent[] {
  const leading = new Set(Object.values(tables).flatMap(({ facilitators }) => facilitators))
  const free = order.filter(
    (one) => people[one]?.role === 'facilitator' && !people[one].left && !leading.has(one),
  )
  const bare = tableOrder.filter((table) => tables[table]?.facilitators.length === 0)
  return free
    .slice(0, bare.length)
    .map((one, index) => ({ type: 'FacilitatorsAssigned', table: bare[index] ?? '', facilitators: [one] }))
}

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
    .map((person) => state.people[person])
    .filter((person): person is Person => person?.role === 'participant' && !person.left)

const seatable = (state: SessionState, person: PersonId): boolean => {
  const role = state.people[person]?.role
  return role === 'participant' || role === 'interpreter'
}
