import type { Person, PersonId, SessionState } from '../../../shared/dialogue/model.ts'
import type { Presence } from '../../../shared/protocol.ts'
import { connected, standingOf, type Standing } from '../../core/room/standing.ts'
import type { SplitBoard } from './splitBoard.ts'

/** Whether a split can be made well: who was chosen to lead, and who is there. */
export interface Readiness {
  /** Numbers of tables with people for whom nobody was chosen to lead. */
  unled: number[]
  leaders: Attendance
  people: Attendance
}

interface Attendance {
  here: number
  all: number
  /** Names of who is not there, by what every screen calls that. */
  absent: { standing: Exclude<Standing, 'here'>; names: string[] }[]
}

export function readiness(
  state: SessionState,
  presence: Readonly<Record<PersonId, Presence>>,
  board: SplitBoard,
): Readiness {
  const cards = board.columns.flatMap(({ tables }) => tables).filter(({ chips }) => chips.length > 0)
  const present = connected(presence)
  const leaders = new Set(cards.flatMap(({ facilitators }) => facilitators))
  return {
    unled: cards.filter(({ facilitators }) => facilitators.length === 0).map(({ table }) => table.number),
    leaders: attendance(state, present, [...leaders]),
    people: attendance(
      state,
      present,
      cards.flatMap(({ chips }) => chips.map(({ person }) => person)),
    ),
  }
}

function attendance(
  state: SessionState,
  present: ReadonlySet<PersonId>,
  people: readonly Person[],
): Attendance {
  const named = (standing: Standing) =>
    people.filter(({ id }) => standingOf(state, present, id) === standing).map(({ name }) => name)
  const absent = (['away', 'never'] as const).map((standing) => ({ standing, names: named(standing) }))
  return {
    here: named('here').length,
    all: people.length,
    absent: absent.filter(({ names }) => names.length > 0),
  }
}
