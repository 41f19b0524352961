import express, { type Express } from 'express'
import { createServer, type Server } from 'node:http'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Group, Role } from '../../shared/dialogue/model.ts'
import { openApp, type App } from '../../server/app.ts'
import type { Bus } from '../../server/bus/bus.ts'
import type { Documents } from '../../server/documents/documents.ts'
import { createDocuments } from '../../server/documents/server.ts'
import type { NewPerson } from '../../server/dialogues/people.ts'
import type { Outside } from '../../server/http/outside.ts'
import type { MetricsAccess } from '../../server/http/metrics.ts'
import { createLog } from '../../server/log.ts'
import type { MailSettings } from '../../server/mail/mailer.ts'
import type { Patience } from '../../server/live/quiet.ts'
import { createMetrics } from '../../server/metrics/metrics.ts'
import type { PersonRow, Store } from '../../server/store/store.ts'
import { joinCluster } from '../../server/nodes/cluster.ts'
import { createStore } from '../../server/store/connection.ts'
import { createFakeMedia, type FakeMedia } from './fakeMedia.ts'

export const INSTANCE_KEY = 'a key for tests that is long enough to be one'

export interface TestHouse {
  url: string
  origin: string
  open: App
  /** To look behind the server. */
  store: Store
  media: FakeMedia
  documents: Documents
  /** Everything the server logged. */
  logged(): string
  link(person: PersonRow): string
  stop(): Promise<void>
}
export interface TestHouseInput {
  database: string
  basePath?: string
  demo?: boolean
  identify?: Outside['identify']
  /** The host's own application around ours. */
  around?(app: Express): void
  port?: number
  patience?: Patience
  now?: () => number
  mail?: MailSettings
  phone?: string
  /** Who may read the figures. */
  metrics?: MetricsAccess
  /** It is one of several nodes. */
  bus?: Bus
  /** What the server gets in place of the store. */
  through?(store: Store): Store
}

/** The server with a real database and real sockets; sound and picture are a stand-in. */
export async function startHouse({
  database,
  basePath = '',
  demo = false,
  identify,
  around,
  port = 0,
  patience,
  now,
  mail,
  phone,
  metrics,
  bus,
  through = (store) => store,
}: TestHouseInput): Promise<TestHouse> {
  const app = express()
  const server = createServer(app)
  const bound = await listen(server, port)
  const origin = `http://127.0.0.1:${bound}`
  const clientDir = mkdtempSync(join(tmpdir(), 'dialoogtafel-client-'))
  writeFileSync(
    join(clientDir, 'index.html'),
    '<!doctype html><html lang="nl"><head></head><body></body></html>',
  )
  let lines = ''
  // as the server logs, and all of it
  const log = createLog('trace', { write: (line) => void (lines += line) })
  const store = through(await createStore({ url: database, connections: 4 }))
  const media = createFakeMedia()
  const figures = metrics && { metrics: createMetrics(), access: metrics }
  const cluster = bus && (await joinCluster({ store: store.nodes, bus, log }))
  const upToDate = (dialogue: string) => open.sessions.upToDate(dialogue)
  const documents = createDocuments({
    store: store.documents,
    log,
    counts: figures?.metrics.counts,
    ...(cluster && { cluster, upToDate }),
  })
  const open: App = await openApp({
    outside: {
      basePath,
      publicUrl: origin,
      sfuUrls: ['ws://127.0.0.1:7880'],
      frameAncestors: [],
      clientDir,
      demo,
      identify,
      phone,
    },
    instanceKey: INSTANCE_KEY,
    store,
    media,
    documents,
    log,
    cluster,
    patience,
    now,
    mail,
    figures,
  })
  around?.(app)
  app.use(basePath === '' ? '/' : basePath, open.router)
  server.on('upgrade', (req, socket, head) => {
    if (!open.upgrade(req, socket, head) && !around) socket.destroy()
  })
  return {
    url: `${origin}${basePath}`,
    origin,
    open,
    store,
    media,
    documents,
    logged: () => lines,
    link: (person) => open.services.people.url(person),
    async stop() {
      server.close()
      await open.close()
      server.closeAllConnections()
      rmSync(clientDir, { recursive: true, force: true })
    },
  }
}

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })

export const somebody = (name: string, role: Role = 'participant', group: Group | null = null) => ({
  name,
  role,
  group: role === 'participant' ? (group ?? 'inwoner') : group,
  detail: null,
})

export interface Seated {
  [name: string]: PersonRow
}

/** A dialogue with these people, by name. */
export async function seat(
  { open }: TestHouse,
  people: NewPerson[],
  demo = false,
  promise: string | null = null,
): Promise<{ dialogue: string; session: string; people: Seated }> {
  const made = await open.services.dialogues.make({
    title: 'Proef',
    promise,
    startsAt: null,
    endsAt: null,
    demo,
    people,
  })
  return {
    dialogue: made.dialogue.id,
    session: made.dialogue.session,
    people: Object.fromEntries(made.people.map((person) => [person.name, person])),
  }
}
