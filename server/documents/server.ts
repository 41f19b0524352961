import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import { WebSocketServer, type WebSocket } from 'ws'
import { DOCUMENT_LIMITS } from '../../shared/agreement/limits.ts'
import { readTable } from '../../shared/agreement/document.ts'
import type { DialogueId, TableId } from '../../shared/dialogue/model.ts'
import { CLOSE } from '../../shared/protocol.ts'
import { UNCOUNTED, type Counts } from '../kit/counts.ts'
import { errorText } from '../kit/errorText.ts'
import { CorruptDocument } from '../store/documents.ts'
import type { DocumentStore } from '../store/store.ts'
import { createAwareness } from './awareness.ts'
import { createAllowances } from './allowance.ts'
import { createConnection, type Connection, type Place } from './connection.ts'
import { CONNECTION_LIMITS, WS_CLOSE, type ConnectionLimits } from './limits.ts'
import { watchLogin } from './login.ts'
import type { Documents, DocumentVisitor } from './documents.ts'
import { freeze, wordsOf } from './freeze.ts'
import { openTable, type TableDocument } from './table.ts'
import { awarenessFrame } from './wire.ts'

const BEAT_MS = 20_000
const SOCKETS_PER_PERSON = 4
/** A document nobody is at stays in memory this long, for whoever reloads. */
const IDLE_MS = 30_000

/** Closing down does not wait longer than this for a database that is away; what is not stored was never answered. */
const patience = () => pause(5_000, undefined, { ref: false })

/** A document in memory, with who is at it. */
interface Entry {
  table: TableId
  dialogue: DialogueId
  connections: Set<Connection>
  place: Promise<Place>
  idle: NodeJS.Timeout | null
}

export interface DocumentsInput {
  store: DocumentStore
  log: Logger
  limits?: Partial<ConnectionLimits>
  counts?: Counts
}

/** The table documents of this node: one entry per document in use, one connection per socket. */
export function createDocuments({ store, log, limits, counts = UNCOUNTED }: DocumentsInput): Documents {
  const connectionLimits = { ...CONNECTION_LIMITS, ...limits }
  const wss = new WebSocketServer({
    noServer: true,
    maxPayload: DOCUMENT_LIMITS.frame,
    perMessageDeflate: false,
    skipUTF8Validation: false,
  })
  const allowanceOf = createAllowances(connectionLimits)
  const entries = new Map<TableId, Entry>()
  let closing = false
  const connections = new Set<Connection>()

  const entryOf = (table: TableId, dialogue: DialogueId): Entry => {
    const found = entries.get(table)
    if (found) return found
    const entry: Entry = { table, dialogue, connections: new Set(), place: loadPlace(), idle: null }
    entries.set(table, entry)
    entry.place.catch(() => forget(entry))
    return entry

    async function loadPlace(): Promise<Place> {
      const awareness = createAwareness<Connection>()
      const document = await openTable(
        store,
        table,
        dialogue,
        {
          stored: (update, writer) => {
            for (const other of entry.connections) if (other.writer !== writer) other.sendUpdate(update)
          },
          answered: (ms) => counts.saved(ms / 1_000),
          failed: (why) => void drop(entry, CLOSE[why]),
        },
        log,
      )
      return {
        document,
        awareness,
        tellOthers: (self, frame) => {
          for (const other of entry.connections) if (other !== self) other.sendFrame(frame)
        },
      }
    }
  }

  const forget = (entry: Entry) => {
    if (entry.idle) clearTimeout(entry.idle)
    if (entries.get(entry.table) === entry) entries.delete(entry.table)
  }

  /** Everybody out; the next who opens it loads it anew. */
  const drop = async (entry: Entry, code: number) => {
    forget(entry)
    void entry.place.then(({ document }) => document.stop()).catch(() => undefined)
    await Promise.all([...entry.connections].map((connection) => connection.close(code)))
  }

  /** Write what is left, then let go of a document nobody came back to. */
  const retire = async (entry: Entry) => {
    const { document } = await entry.place
    await document.settle()
    if (entry.connections.size > 0 || entries.get(entry.table) !== entry) return
    document.stop()
    forget(entry)
  }

  const leave = async (entry: Entry, connection: Connection) => {
    connections.delete(connection)
    entry.connections.delete(connection)
    const place = await entry.place.catch(() => null)
    if (!place) return
    const gone = place.awareness.remove(connection)
    if (gone) place.tellOthers(connection, awarenessFrame([gone]))
    if (entry.connections.size > 0) return
    if (entry.idle) clearTimeout(entry.idle)
    entry.idle = setTimeout(() => void retire(entry), IDLE_MS).unref()
  }

  /** Without a connection: a document that nobody is at stays for a while. */
  const visit = async (table: TableId, dialogue: DialogueId): Promise<TableDocument> => {
    const entry = entryOf(table, dialogue)
    const { document } = await entry.place
    if (entry.connections.size === 0 && !entry.idle)
      entry.idle = setTimeout(() => void retire(entry), IDLE_MS).unref()
    return document
  }

  const tooMany = ({ person, table }: DocumentVisitor): boolean =>
    [...connections].filter(({ visitor }) => visitor.person === person && visitor.table === table).length >=
    SOCKETS_PER_PERSON

  const arrive = async (ws: WebSocket, visitor: DocumentVisitor) => {
    const connection = createConnection(ws, visitor, {
      limits: connectionLimits,
      allowance: allowanceOf(visitor.person),
      log,
      counts,
    })
    if (tooMany(visitor)) return connection.close(CLOSE.tooFast)
    const entry = entryOf(visitor.table, visitor.dialogue)
    connections.add(connection)
    entry.connections.add(connection)
    if (entry.idle) clearTimeout(entry.idle)
    const stopAsking = watchLogin(
      visitor.valid,
      connectionLimits.loginMs,
      () => void connection.close(CLOSE.unknown),
    )
    ws.on('close', () => {
      stopAsking()
      void leave(entry, connection)
    })
    try {
      const place = await entry.place
      if (visitor.epoch === place.document.epoch) return connection.begin(place)
      // Whoever names a later epoch knows more than this node: let everybody load anew.
      if (visitor.epoch > place.document.epoch && (await store.epoch(visitor.table)) === visitor.epoch)
        return drop(entry, CLOSE.stale)
      return connection.close(CLOSE.stale)
    } catch (error) {
      const broken = error instanceof CorruptDocument
      if (broken)
        log.error({ table: visitor.table, error: errorText(error) }, 'table text set apart: it is damaged')
      return connection.close(broken ? CLOSE.broken : WS_CLOSE.later)
    }
  }

  const beat = setInterval(() => {
    for (const connection of connections) connection.beat()
  }, BEAT_MS).unref()

  return {
    open: (visitor, req, socket, head) => {
      // A client that was just sent away comes back at once; while closing down there is nothing to come back to.
      if (closing) return void socket.destroy()
      wss.handleUpgrade(req, socket, head, (ws) => void arrive(ws, visitor))
    },
    refuse: (req: IncomingMessage, socket: Duplex, head: Buffer, code: number) =>
      wss.handleUpgrade(req, socket, head, (ws) => {
        ws.on('error', () => ws.terminate())
        ws.close(code)
      }),
    recheck: async (dialogue, rightsOf) => {
      const leaving: Promise<void>[] = []
      for (const connection of connections) {
        const { visitor } = connection
        if (visitor.dialogue !== dialogue) continue
        const rights = rightsOf(visitor.person, visitor.table)
        if (rights) connection.setRights(rights)
        else leaving.push(connection.close(CLOSE.forbidden))
      }
      await Promise.all(leaving)
    },
    forget: async (dialogue, code) => {
      const its = [...entries.values()].filter((entry) => entry.dialogue === dialogue)
      await Promise.all(its.map((entry) => drop(entry, code)))
    },
    words: async (table, dialogue, agreement) => wordsOf(await visit(table, dialogue), agreement),
    freeze: async (table, dialogue, agreement) => freeze(await visit(table, dialogue), agreement),
    text: async (table, dialogue) => readTable((await visit(table, dialogue)).live),
    epoch: async (table, dialogue) => (await store.epoch(table)) ?? (await store.load(table, dialogue)).epoch,
    close: async () => {
      closing = true
      clearInterval(beat)
      await Promise.all([...connections].map((connection) => connection.close(WS_CLOSE.goingAway)))
      await Promise.all(
        [...entries.values()].map(async (entry) => {
          const place = await entry.place.catch(() => null)
          if (place) await Promise.race([place.document.settle(), patience()])
          place?.document.stop()
          forget(entry)
        }),
      )
      wss.close()
    },
  }
}
