import type { PersonId, SessionState, TableId } from '../../../shared/dialogue/model.ts'
import { ownTables } from '../../../shared/dialogue/places.ts'

/** S4: the tables this person may look back on; before anybody sat at a table there is nothing to look at. */
export const tablesBehind = (state: SessionState, me: PersonId): TableId[] =>
  state.agenda.some(({ where }) => where === 'tables') ? ownTables(state, me) : []
