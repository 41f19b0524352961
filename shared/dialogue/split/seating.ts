import { GROUPS } from '../model.ts'
import type { Group, Person, PersonId, SeatingPlan, SessionState, Table, TableId } from '../model.ts'

/** Who sits where: spreading, and what is wrong with a plan. */

export type Clash =
  /** T8: a table never runs without a facilitator unseen. */
  | { kind: 'noFacilitator'; table: TableId }
  | { kind: 'empty'; table: TableId }
  | { kind: 'tooFull'; table: TableId; people: number }
  /** Nobody of this group sits here though elsewhere there is more than one; `swap` would mend it without harm. */
  | { kind: 'groupMissing'; table: TableId; group: Group; swap: { person: PersonId; with: PersonId } | null }

/**
 * Spread people over tables: sizes differ by one at most, and so do the numbers of each group.
 * Pinned people keep the seat they have; the others are dealt anew, group by group, those who are there first.
 * Deterministic: the same people in the same order give the same seats.
 */
export function spreadEvenly(
  people: readonly Person[],
  tables: readonly Pick<Table, 'id'>[],
  pinned: readonly PersonId[],
  seats: Readonly<Record<PersonId, TableId>>,
): Record<PersonId, TableId> {
  const known = new Set(tables.map((table) => table.id))
  const fixed = people.filter((person) => pinned.includes(person.id) && known.has(seats[person.id] ?? ''))
  const out: Record<PersonId, TableId> = {}
  const size = new Map<TableId, number>()
  const ofGroup = new Map<string, number>()
  const seat = (person: Person, table: TableId) => {
    out[person.id] = table
    size.set(table, (size.get(table) ?? 0) + 1)
    ofGroup.set(`${table} ${person.group}`, (ofGroup.get(`${table} ${person.group}`) ?? 0) + 1)
  }
  for (const person of fixed) seat(person, seats[person.id] ?? '')
  for (const person of dealOrder(people.filter((other) => !fixed.includes(other)))) {
    const weight = (table: TableId) => [ofGroup.get(`${table} ${person.group}`) ?? 0, size.get(table) ?? 0]
    let best: TableId | null = null
    for (const { id } of tables) if (best === null || isLess(weight(id), weight(best))) best = id
    if (best !== null) seat(person, best)
  }
  return out
}

const isLess = ([a = 0, b = 0]: number[], [c = 0, d = 0]: number[]): boolean => a < c || (a === c && b < d)

/** Group by group; within a group whoever has joined comes first, so that the tables are even without the missing too. */
function dealOrder(people: readonly Person[]): Person[] {
  return [...GROUPS, null].flatMap((group) => {
    const members = people.filter((person) => person.group === group)
    return [...members.filter((person) => person.joined), ...members.filter((person) => !person.joined)]
  })
}

/** The people at each table of a plan, in the session's order; whoever left is not counted. */
function seatedAt(state: SessionState, plan: SeatingPlan, table: TableId): PersonId[] {
  return state.order.filter((person) => plan.seats[person] === table && !state.people[person]?.left)
}

/** What the organiser should look at before announcing, table by table (T8). */
export function clashes(state: SessionState, plan: SeatingPlan): Clash[] {
  const found: Clash[] = []
  for (const table of state.tableOrder) {
    const people = seatedAt(state, plan, table)
    if (!state.tables[table]?.facilitators.length) found.push({ kind: 'noFacilitator', table })
    if (people.length === 0) found.push({ kind: 'empty', table })
    if (people.length > state.settings.tableSize) {
      found.push({ kind: 'tooFull', table, people: people.length })
    }
    if (people.length > 0) found.push(...missingGroups(state, plan, table))
  }
  return found
}

function missingGroups(state: SessionState, plan: SeatingPlan, table: TableId): Clash[] {
  const groups = [...new Set(Object.keys(plan.seats).map((person) => state.people[person]?.group))]
  return groups
    .filter((group): group is Group => !!group && count(state, plan, table, group) === 0)
    .filter((group) => state.tableOrder.some((other) => count(state, plan, other, group) > 1))
    .map((group) => ({ kind: 'groupMissing', table, group, swap: mendingSwap(state, plan, table, group) }))
}

const count = (state: SessionState, plan: SeatingPlan, table: TableId, group: Group): number =>
  seatedAt(state, plan, table).filter((person) => state.people[person]?.group === group).length

/** Two people who could change places: the one from a table that has more of the group, the other from a group this table has more of. */
function mendingSwap(
  state: SessionState,
  plan: SeatingPlan,
  table: TableId,
  group: Group,
): { person: PersonId; with: PersonId } | null {
  const free = (person: PersonId) => !plan.pinned.includes(person)
  const spare = (at: TableId) => (person: PersonId) => {
    const own = state.people[person]?.group
    return free(person) && !!own && count(state, plan, at, own) > 1
  }
  const out = seatedAt(state, plan, table).find(spare(table))
  if (out === undefined) return null
  for (const other of state.tableOrder) {
    const ofGroup = seatedAt(state, plan, other).filter((person) => state.people[person]?.group === group)
    const inn = ofGroup.find(spare(other))
    if (inn !== undefined) return { person: inn, with: out }
  }
  return null
}
