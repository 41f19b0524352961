import type { PersonId, SeatingPlan, SessionState, TableId } from '../../../shared/dialogue/model.ts'
import { atTables } from '../../../shared/dialogue/places.ts'
import type { Run } from '../../parts/facilitate/run.ts'

/** The plan the board shows: the draft while people are together, the seating in force at the tables. */
export function planShown(state: SessionState): SeatingPlan | null {
  return atTables(state.phase) || state.phase.name === 'announced' ? state.seating : state.plan
}

/** What may be changed now: the draft before the split; at the tables one person at a time is moved. */
export function changes(state: SessionState): 'plan' | 'moves' | 'nothing' {
  if (state.phase.name === 'plenary' || state.phase.name === 'lobby') return 'plan'
  return state.phase.name === 'tables' ? 'moves' : 'nothing'
}

/** Seat somebody at a table, by whichever command this phase has for it. */
export function seat(
  state: SessionState,
  run: Run,
  person: PersonId,
  table: TableId | null,
): Promise<boolean> {
  if (changes(state) === 'moves')
    return table === null ? Promise.resolve(false) : run('movePerson', { person, table })
  return run('seatPerson', { person, table })
}
