import type { Router } from 'express'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { DialogueId, PersonId } from '../shared/dialogue/model.ts'
import type { NewDialogue } from './dialogues/dialogues.ts'
import { openDialogue, type DialogueOptions } from './opening.ts'

export type { DialogueOptions } from './opening.ts'
export type { NewDialogue } from './dialogues/dialogues.ts'
export type { NewPerson } from './dialogues/people.ts'

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
 * `upgrade`. Rejects when the database does not answer, and with `AlreadyServed` when another process serves from it that has not the same `redis`; an
 * SFU that is away is waited for.
 */
export async function createDialogue(options: DialogueOptions): Promise<Dialogue> {
  const { services, router, upgrade, close } = await openDialogue(options)
  const { dialogues, people } = services
  return {
    router,
    upgrade,
    async create(input) {
      const made = await dialogues.make(input)
      return { id: made.dialogue.id, people: made.people.map(({ id, name }) => ({ id, name })) }
    },
    linkFor: people.linkFor,
    close,
  }
}
