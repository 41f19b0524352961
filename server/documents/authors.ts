import type { PersonId } from '../../shared/dialogue/model.ts'
import { endOf, type Inspected } from './guard.ts'

/** `saved` is called once, after commit and broadcast, with the number that covers the update. */
export interface Writer {
  person: PersonId
  /** Client ids this connection has written under; kept here between calls. */
  clients: Set<number>
  mayClaim(client: number): boolean
  saved(seq: number): void
}

/** A client id belongs to the first person whose writing under it was accepted: nobody signs for another. */
export function createAuthors(clock: (client: number) => number) {
  const owners = new Map<number, PersonId>()
  return {
    /** The client ids under which this update brings something new. */
    writing: ({ structs }: Inspected): number[] =>
      [...structs].flatMap(([client, row]) => {
        const last = row.at(-1)
        return last && endOf(last) > clock(client) ? [client] : []
      }),
    may: (clients: number[], writer: Writer): boolean =>
      clients.every(
        (client) =>
          (owners.get(client) ?? writer.person) === writer.person &&
          (writer.clients.has(client) || writer.mayClaim(client)),
      ),
    /** Only once it was accepted: who is refused has not become anybody. */
    claim: (clients: number[], writer: Writer): void => {
      for (const client of clients) {
        owners.set(client, writer.person)
        writer.clients.add(client)
      }
    },
  }
}
