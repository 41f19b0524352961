import type { Router } from 'express'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { DialogueId, PersonId } from '../shared/dialogue/model.ts'
import type { NewDialogue } from './http/dialogues.ts'
import { openDialogue, type DialogueOptions } from './opening.ts'

export type { DialogueOptions } from './opening.ts'
export type { NewDialogue, NewPerson } from './http/dialogues.ts'

/** What a host needs, and no more. */
export interface Dialogue {
  /** To be mounted at `basePath`. */
  router: Router
  /** False, and nothing touched, for addresses that are not ours. */
  upgrade(req: IncomingMessage, socket: Duplex, head: Buffer): boolean
  /** A dialogue with its people, in the order given. */
  create(input: NewDialogue): Promise<{ id: DialogueId; people: { id: PersonId; name: string }[] }>
  /** The personal link that lets this person in; null for whoever is not ours. */
  linkFor(person: PersonId): Promise<string | null>
  /** Sockets are told, timers stop, the listener ends; the host's server stays the host's. */
  close(): Promise<void>
}

/**
 * Dialogue tables inside an Express application: mount `router` at `basePath` and give upgrades of the HTTP server to
 * `upgrade`. Rejects when the database does not answer, and with `AlreadyServed` when another process serves from it; an
 * SFU that is away is waited for.
 */
export async function createDialogue(options: DialogueOptions): Promise<Dialogue> {
  const { house, router, upgrade, create, close } = await openDialogue(options)
  return {
    router,
    upgrade,
    async create(input) {
      const { dialogue, people } = await create(input)
      return { id: dialogue.id, people: people.map(({ id, name }) => ({ id, name })) }
    },
    async linkFor(id) {
      const person = await house.store.people.person(id)
      return person && house.links.url(person)
    },
    close,
  }
}
