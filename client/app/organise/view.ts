import type { PersonId, SessionState } from '../../../shared/dialogue/model.ts'
import type { Run } from '../../parts/facilitate/run.ts'
import type { Section } from './sections.ts'

/** What every section of the organiser's screen works with. */
export interface OrganiserView {
  state: SessionState
  me: PersonId
  run: Run
  show: (section: Section) => void
}
