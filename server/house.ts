import type { Logger } from 'pino'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Router } from 'express'
import type { Documents } from './documents/documents.ts'
import { isValid } from './http/access.ts'
import { makeDialogue, type NewDialogue } from './http/dialogues.ts'
import { createLinks } from './http/links.ts'
import type { House, Outside } from './http/options.ts'
import { createRouter } from './http/router.ts'
import { createUpgrade } from './http/upgrade.ts'
import { createChannel } from './live/channel.ts'
import type { Patience } from './live/quiet.ts'
import { createSessions } from './live/sessions.ts'
import type { Media } from './media/media.ts'
import type { DialogueRow, PersonRow, Store } from './store/store.ts'

export interface HouseInput {
  outside: Outside
  /** Secret of this instance, from which all links follow; at least 32 characters. */
  instanceKey: string
  store: Store
  media: Media
  documents: Documents
  log: Logger
  now?: () => number
  /** How long a session stays open that nobody needs. */
  patience?: Patience
}

/** The server's parts, wired. */
export interface OpenHouse {
  house: House
  router: Router
  /** False, and nothing touched, for addresses that are not ours. */
  upgrade(req: IncomingMessage, socket: Duplex, head: Buffer): boolean
  /** A dialogue with its people; the links are the only way in. */
  create(input: NewDialogue): Promise<{ dialogue: DialogueRow; people: PersonRow[] }>
  close(): Promise<void>
}

/** Wire the parts together and open every session that is under way; the others wait until somebody comes. */
export async function openHouse(input: HouseInput): Promise<OpenHouse> {
  const { outside, store, media, documents, log, now = Date.now } = input
  const links = createLinks(input.instanceKey, `${outside.publicUrl}${outside.basePath}`)
  const sessions = createSessions({ store, media, documents, log, now }, input.patience)
  const channel = createChannel({ media, log, now, valid: (login) => isValid({ store }, login) })
  const house: House = { outside, store, media, documents, sessions, channel, links, log, now }
  await sessions.wake()
  return {
    house,
    router: createRouter(house),
    upgrade: createUpgrade(house),
    create: (wanted) => makeDialogue(house, wanted),
    async close() {
      channel.close()
      await sessions.close()
      await documents.close()
      await media.close()
      await store.close()
    },
  }
}
