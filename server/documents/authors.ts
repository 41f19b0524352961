import type { PersonId } from '../../shared/dialogue/model.ts'
import type { TextRights } from '../../shared/dialogue/agreements/textRights.ts'
import { endOf, type Inspected } from './guard.ts'
import type { Refusal } from './refusal.ts'

/**
 * `saved` is called once, after commit and broadcast, with the number that covers the update; or `refused`, when what others
 * stored meanwhile leaves no room for it.
 */
export interface Writer {
  person: PersonId
  rights(): TextRights
  /** Client ids this connection has written under; kept here between calls. */
  clients: Set<number>
  mayClaim(client: number): boolean
  saved(seq: number): void
  refused(refusal: Refusal): void
}

/**
 * A client id belongs to the first person whose writing under it was accepted: nobody signs for another. `stored`: who wrote
 * under which, as the database has kept it.
 */
export function createAuthors(clock: (client: number) => number, stored: Iterable<[number, PersonId]>) {
  const owners = new Map<number, PersonId[]>()
  const learn = (known: Iterable<[number, PersonId]>) => {
    for (const [client, person] of known) {
      const before = owners.get(client) ?? []
      if (!before.includes(person)) owners.set(client, [...before, person])
    }
  }
  learn(stored)
  return {
    learn,
    /** The people behind these client ids, as far as they are known. */
    behind: (clients: Iterable<number>): PersonId[] => [
      ...new Set([...clients].flatMap((client) => owners.get(client) ?? [])),
    ],
    /** The client ids under which this update brings something new. */
    writing: ({ structs }: Inspected): number[] =>
      [...structs].flatMap(([client, row]) => {
        const last = row.at(-1)
        return last && endOf(last) > clock(client) ? [client] : []
      }),
    may: (clients: number[], writer: Writer): boolean =>
      clients.every(
        (client) =>
          (owners.get(client) ?? [writer.person]).includes(writer.person) &&
          (writer.clients.has(client) || writer.mayClaim(client)),
      ),
    /** Only once it was accepted: who is refused has not become anybody. The ids that are theirs from now on, to be kept. */
    claim: (clients: number[], writer: Writer): number[] => {
      const fresh = clients.filter((client) => !owners.has(client))
      for (const client of fresh) owners.set(client, [writer.person])
      for (const client of clients) writer.clients.add(client)
      return fresh
    },
    /** What was claimed and is not stored after all. */
    giveBack: (clients: readonly number[]): void => {
      for (const client of clients) owners.delete(client)
    },
  }
}
export type Authors = ReturnType<typeof createAuthors>
