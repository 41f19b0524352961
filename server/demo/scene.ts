import type { AgreementId, PersonId, TableId } from '../../shared/dialogue/model.ts'
import type { Evening } from './evening.ts'

const AT_TABLES_MS = 40 * 60 * 1000

interface About {
  table: TableId
  agreement: AgreementId
}

/** An evening, and who does what in it. */
export interface Scene extends Evening {
  organiser: PersonId
  tables: readonly TableId[]
  leaderOf(table: TableId): PersonId
  /** Who sits there: residents first. */
  peopleAt(table: TableId): PersonId[]
  /** Everybody comes in, the plenary opens, and all go to the tables. */
  toTables(): void
  /** The recall; of what is still being written a version is kept. */
  back(written: readonly About[]): void
  /** Put before everybody at its table. */
  puts(about: About): void
}

export function sceneOf(evening: Evening): Scene {
  const { does, state, wait } = evening
  const organiser = state().order.find((id) => state().people[id]?.role === 'organiser') ?? ''
  const leaderOf = (table: TableId): PersonId => state().tables[table]?.facilitators[0] ?? ''
  const isResident = (id: PersonId) => state().people[id]?.group === 'inwoner'

  return {
    ...evening,
    organiser,
    tables: state().tableOrder,
    leaderOf,
    peopleAt(table) {
      const seats = state().seating?.seats ?? {}
      const there = state().order.filter((id) => seats[id] === table)
      return there.toSorted((one, other) => Number(isResident(other)) - Number(isResident(one)))
    },
    toTables() {
      for (const id of state().order) does(id, 'join', {})
      does(organiser, 'spreadEvenly', {})
      does(organiser, 'openPlenary', {})
      wait(AT_TABLES_MS / 2)
      does(organiser, 'announceSplit', {})
      const { phase } = state()
      if (phase.name === 'announced') does(organiser, 'startTables', { version: phase.version })
      wait(AT_TABLES_MS)
    },
    back(written) {
      does(organiser, 'announceRecall', {})
      const { phase } = state()
      if (phase.name === 'recalling') does(organiser, 'finishRecall', { version: phase.version })
      for (const { table, agreement } of written)
        does('system', 'keepVersion', { table, agreement, keptFor: 'recalled' })
    },
    puts: ({ table, agreement }) => does(leaderOf(table), 'presentAgreement', { table, agreement }),
  }
}
