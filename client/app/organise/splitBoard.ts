import {
  GOVERNMENT_ROLES,
  GROUPS,
  type GovernmentRole,
  type Group,
  type Person,
  type PersonId,
  type SeatingPlan,
  type SessionState,
  type Table,
  type TableId,
} from '../../../shared/dialogue/model.ts'

export interface SeatChip {
  person: Person
  pinned: boolean
}

/** One table on the board, with the chairs that are still free. */
export interface TableCard {
  table: Table
  facilitators: Person[]
  chips: SeatChip[]
  /** Never negative: a table with too many people has none. */
  free: number
  counts: Record<Group, number>
}

export interface BoardColumn {
  role: GovernmentRole
  tables: TableCard[]
}

export interface SplitBoard {
  /** One column per government role, beside each other, also when it has no table yet. */
  columns: BoardColumn[]
  /** Who should sit at a table and does not (T4). */
  unseated: Person[]
  seated: number
  tables: number
}

/** Who takes a seat of their own: people who take part, and the interpreter beside them. */
function takesSeat(person: Person): boolean {
  return (person.role === 'participant' || person.role === 'interpreter') && !person.left
}

/** The board for a plan: the draft before the split, the seating in force at the tables. */
export function splitBoard(state: SessionState, plan: SeatingPlan | null): SplitBoard {
  const people = state.order.flatMap((id) => state.people[id] ?? [])
  const seats = plan?.seats ?? {}
  const pinned = new Set(plan?.pinned)
  const card = (id: TableId): TableCard[] => {
    const table = state.tables[id]
    if (!table) return []
    const chips = people
      .filter((person) => seats[person.id] === id)
      .map((person) => ({ person, pinned: pinned.has(person.id) }))
    return [
      {
        table,
        facilitators: table.facilitators.flatMap((leader) => state.people[leader] ?? []),
        chips,
        free: Math.max(0, state.settings.tableSize - chips.length),
        counts: countGroups(chips.map((chip) => chip.person)),
      },
    ]
  }
  const cards = state.tableOrder.flatMap(card)
  return {
    columns: GOVERNMENT_ROLES.map((role) => ({
      role,
      tables: cards.filter((entry) => entry.table.role === role),
    })),
    unseated: people.filter((person) => takesSeat(person) && !state.tables[seats[person.id] ?? '']),
    seated: cards.reduce((sum, entry) => sum + entry.chips.length, 0),
    tables: cards.length,
  }
}

function countGroups(people: Person[]): Record<Group, number> {
  const counts = Object.fromEntries(GROUPS.map((group) => [group, 0])) as Record<Group, number>
  for (const person of people) if (person.group) counts[person.group] += 1
  return counts
}

/** The table a person sits at in a plan, as the board names it. */
export function seatOf(state: SessionState, plan: SeatingPlan | null, person: PersonId): Table | null {
  return state.tables[plan?.seats[person] ?? ''] ?? null
}
