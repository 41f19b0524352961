import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as decoding from 'lib0/decoding'
import pino from 'pino'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { Bus } from '../../server/bus/bus.ts'
import { createDocuments, type DocumentsInput } from '../../server/documents/server.ts'
import type { Documents } from '../../server/documents/documents.ts'
import { createRounds } from '../../server/nodes/rounds.ts'
import type { DocumentStore } from '../../server/store/documentStore.ts'
import { writeAgreement } from '../../shared/agreement/document.ts'
import type { TextRights } from '../../shared/dialogue/agreements/textRights.ts'
import { until } from './until.ts'

export const DIALOGUE = 'dlg_test'

/** The agreements that the dialogue of the tests knows. */
const KNOWN = ['agr_1', 'agr_2']

/** All are open when nothing else is said. */
export const rights = (
  writable: readonly string[] = KNOWN,
  known: readonly string[] = KNOWN,
): TextRights => ({
  writes: writable.length > 0,
  known: new Set(known),
  writable: new Set(writable),
})

/** `right=read`, or lists of ids in `known` and `writable`. */
function rightsIn(query: (key: string) => string | null): TextRights {
  const list = (key: string) => query(key)?.split(',')
  const known = list('known') ?? KNOWN
  return rights(query('right') === 'read' ? [] : (list('writable') ?? known), known)
}

/** A documents server behind a real HTTP server; person, epoch and rights come from the query, as if the door had checked them. */
export interface DocumentsHost {
  documents: Documents
  url: string
  stop(): Promise<void>
}

export async function hostDocuments(
  store: DocumentStore,
  limits?: DocumentsInput['limits'],
  valid: () => Promise<boolean> = () => Promise.resolve(true),
  { bus, upToDate }: { bus?: Bus; upToDate?: DocumentsInput['upToDate'] } = {},
): Promise<DocumentsHost> {
  const rounds = createRounds(
    () => Promise.resolve(),
    () => undefined,
  )
  const cluster = bus && { bus, rounds }
  const documents = createDocuments({ store, log: pino({ level: 'silent' }), limits, cluster, upToDate })
  const server: Server = createServer()
  server.on('upgrade', (req, socket, head) => {
    socket.on('error', () => socket.destroy())
    const url = new URL(req.url ?? '/', 'http://localhost')
    const query = (key: string) => url.searchParams.get(key)
    documents.open(
      {
        person: query('person') ?? 'per_anna',
        name: query('name') ?? 'Anna',
        dialogue: DIALOGUE,
        table: url.pathname.slice(1),
        epoch: Number(query('epoch') ?? 1),
        rights: rightsIn(query),
        valid,
      },
      req,
      socket,
      head,
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    documents,
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      await rounds.close()
      await documents.close()
      server.closeAllConnections()
      await closed
    },
  }
}

/** A stock y-websocket client, with what it was told is saved. */
export interface Editor {
  doc: Y.Doc
  provider: WebsocketProvider
  /** Sequence numbers of the saved-acks, in order. */
  saved: number[]
  /** Close codes seen. */
  closed: number[]
  stop(): void
}

export function editor(
  host: Pick<DocumentsHost, 'url'>,
  table: string,
  params: Record<string, string> = {},
): Editor {
  const doc = new Y.Doc()
  const saved: number[] = []
  const closed: number[] = []
  const provider = new WebsocketProvider(host.url, table, doc, {
    disableBc: true,
    params: { epoch: '1', ...params },
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
  })
  provider.messageHandlers[100] = (_encoder, decoder) => saved.push(decoding.readVarUint(decoder))
  provider.on('connection-close', (event) => event && closed.push(event.code))
  return {
    doc,
    provider,
    saved,
    closed,
    stop: () => {
      provider.destroy()
      doc.destroy()
    },
  }
}

/** A bare socket for frames no stock client would send. */
export async function rawSocket(host: DocumentsHost, table: string, query = 'epoch=1'): Promise<RawSocket> {
  const ws = new WebSocket(`${host.url}/${table}?${query}`)
  const received: Uint8Array[] = []
  let code: number | null = null
  ws.on('message', (data: Buffer) => received.push(new Uint8Array(data)))
  ws.on('close', (closeCode) => (code = closeCode))
  ws.on('error', () => undefined)
  await new Promise<void>((resolve, reject) => {
    ws.once('open', resolve)
    ws.once('error', reject)
  })
  return { ws, received, code: () => code }
}
export interface RawSocket {
  ws: WebSocket
  received: Uint8Array[]
  /** Null while open. */
  code(): number | null
}

/** A table's text with one agreement in it, which Anna has open and has written. */
export async function annaAtTable(
  store: DocumentStore,
): Promise<{ host: DocumentsHost; table: string; anna: Editor }> {
  const host = await hostDocuments(store)
  const table = freshTable()
  const anna = editor(host, table)
  await until('synced', () => anna.provider.synced)
  writeAgreement(anna.doc, { id: 'agr_1', title: 'Vroeg' })
  await until('stored', () => anna.saved.length >= 2)
  return { host, table, anna }
}

export const freshTable = (): string => `tbl_${randomUUID()}`
