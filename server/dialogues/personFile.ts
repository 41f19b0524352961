import type { PersonId } from '../../shared/dialogue/model.ts'
import { isTheirsAlone, partAbout } from '../../shared/dialogue/people/personFile.ts'
import type { DialogueRow, Store } from '../store/store.ts'

/** Everything that is kept of one person, to be handed to them. Null: not of this dialogue. */
export type PersonFile = (
  dialogue: DialogueRow,
  person: PersonId,
  reader: 'self' | 'organiser',
) => Promise<PersonFileContents | null>

export interface PersonFileContents {
  dialogue: string
  person: PersonId
  madeAt: string
  /** By table: what stands in it of them. */
  kept: Record<string, Record<string, unknown>[]>
  /** What they did, and what others did with them. */
  log: { session: string; number: number; at: string; byThemselves: boolean; event: unknown }[]
}

/** Milliseconds as a moment that people can read. */
const moment = (at: number): string => new Date(at).toISOString()

export function createPersonFile({ store, now }: { store: Store; now(): number }): PersonFile {
  return async ({ id, title }, person, reader) => {
    const everybody = (await store.people.people(id)).map((row) => row.id)
    if (!everybody.includes(person)) return null
    const { rows, lines } = await store.personal.held(id, person)
    return {
      dialogue: title,
      person,
      madeAt: moment(now()),
      kept: rows,
      log: lines
        .filter(({ event }) => reader === 'self' || !isTheirsAlone(event))
        .map((line) => ({
          session: line.session,
          number: line.seq,
          at: moment(line.at),
          byThemselves: line.actor === person,
          event: partAbout(line, person, everybody),
        })),
    }
  }
}
