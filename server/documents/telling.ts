import type { Bus } from '../bus/bus.ts'
import type { DialogueId, TableId } from '../../shared/dialogue/model.ts'
import type { DocumentVersion } from '../store/documentStore.ts'
import type { Place } from './connection.ts'
import { FORGOTTEN, PRESENT, STORED } from './topics.ts'

/** What this node tells the others. */
export interface Telling {
  stored(table: TableId, version: DocumentVersion): void
  /** Whom this node has in this text now. */
  present(table: TableId, place: Place): void
  forgotten(dialogue: DialogueId, code: number): void
}

export function createTelling(bus: Bus): Telling {
  let turn = 0
  /** Where somebody was told of: that they went is told too. */
  const told = new Set<TableId>()
  return {
    stored: (table, version) => bus.publish(STORED, { table, ...version }),
    present(table, { awareness }) {
      const people = awareness.here(({ writer }) => writer.rights().writes)
      if (people.length === 0 && !told.delete(table)) return
      if (people.length > 0) told.add(table)
      bus.publish(PRESENT, { table, turn: ++turn, people })
    },
    forgotten: (dialogue, code) => bus.publish(FORGOTTEN, { dialogue, code }),
  }
}
