import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Logger } from 'pino'
import { WebSocketServer, type WebSocket } from 'ws'
import { DOCUMENT_LIMITS } from '../../shared/agreement/limits.ts'
import type { TextRights } from '../../shared/dialogue/agreements/textRights.ts'
import type { DialogueId } from '../../shared/dialogue/model.ts'
import { CLOSE } from '../../shared/protocol.ts'
import { UNCOUNTED, type Counts } from '../kit/counts.ts'
import { errorText } from '../kit/errorText.ts'
import type { Cluster } from '../nodes/cluster.ts'
import { CorruptDocument } from '../store/documents.ts'
import type { DocumentStore } from '../store/documentStore.ts'
import { createAllowances } from './allowance.ts'
import { createConnection, type Connection } from './connection.ts'
import type { Documents, DocumentVisitor } from './documents.ts'
import { createEntries, type Entry } from './entries.ts'
import { freeze, textOf, wordsOf } from './freeze.ts'
import { CONNECTION_LIMITS, WS_CLOSE, type ConnectionLimits } from './limits.ts'
import { watchLogin } from './login.ts'
import { createListening } from './listening.ts'
import { createTelling } from './telling.ts'

const BEAT_MS = 20_000
const SOCKETS_PER_PERSON = 4
const NOTHING: TextRights = { writes: false, known: new Set(), writable: new Set() }

export interface DocumentsInput {
  store: DocumentStore
  log: Logger
  limits?: Partial<ConnectionLimits>
  counts?: Counts
  /** Where several nodes serve one database; left out: this is the only one. */
  cluster?: Pick<Cluster, 'bus' | 'rounds'>
  /**
   * With a cluster: resolves once the rights of all who are at this dialogue's texts here follow every event that was stored
   * before it was called. Until then nothing that they write is stored.
   */
  upToDate?: (dialogue: DialogueId) => Promise<void>
}

async function recheckLogin(connection: Connection): Promise<void> {
  if (await connection.visitor.valid()) return
  connection.setRights(NOTHING)
  await connection.close(CLOSE.unknown)
}

/** The table documents of this node: one entry per document in use, one connection per socket. */
export function createDocuments(input: DocumentsInput): Documents {
  const { store, log, limits, counts = UNCOUNTED, cluster, upToDate = () => Promise.resolve() } = input
  const connectionLimits = { ...CONNECTION_LIMITS, ...limits }
  const wss = new WebSocketServer({
    noServer: true,
    maxPayload: DOCUMENT_LIMITS.frame,
    perMessageDeflate: false,
    skipUTF8Validation: false,
  })
  const allowanceOf = createAllowances(connectionLimits)
  const telling = cluster && createTelling(cluster.bus)
  const entries = createEntries({ store, log, counts, others: telling && { telling, upToDate } })
  const forget = async (dialogue: DialogueId, code: number) => {
    const its = [...entries.all()].filter((entry) => entry.dialogue === dialogue)
    await Promise.all(its.map((entry) => entries.drop(entry, code)))
  }
  const listening =
    cluster &&
    telling &&
    createListening({
      cluster,
      store,
      telling,
      entries: entries.all,
      forget: (dialogue, code) => void forget(dialogue, code),
    })
  let closing = false
  const connections = new Set<Connection>()
  /** Closed, with words on their way: where other nodes write too, those are judged by what is decided until they are stored. */
  const parted = new Set<Connection>()
  const forgetParted = () => {
    for (const connection of parted) if (!connection.awaits()) parted.delete(connection)
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
    const entry = entries.of(visitor.table, visitor.dialogue)
    connections.add(connection)
    entries.join(entry, connection)
    const stopAsking = watchLogin(
      visitor.valid,
      connectionLimits.loginMs,
      () => void connection.close(CLOSE.unknown),
    )
    ws.on('close', () => {
      stopAsking()
      connections.delete(connection)
      if (cluster && connection.awaits()) parted.add(connection)
      void entries.leave(entry, connection)
    })
    return begin(entry, connection)
  }

  const begin = async (entry: Entry, connection: Connection) => {
    const { table, epoch } = connection.visitor
    try {
      const place = await entry.place
      const ours = place.document.version().epoch
      if (epoch === ours) return connection.begin(place)
      // Whoever names a later epoch knows more than this node: let everybody load anew.
      if (epoch > ours && (await store.epoch(table)) === epoch) return entries.drop(entry, CLOSE.stale)
      return connection.close(CLOSE.stale)
    } catch (error) {
      const broken = error instanceof CorruptDocument
      if (broken) log.error({ table, error: errorText(error) }, 'table text set apart: it is damaged')
      return connection.close(broken ? CLOSE.broken : WS_CLOSE.later)
    }
  }

  const beat = setInterval(() => {
    for (const connection of connections) connection.beat()
    forgetParted()
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
      forgetParted()
      for (const connection of [...connections, ...parted]) {
        const { visitor } = connection
        if (visitor.dialogue !== dialogue) continue
        const rights = rightsOf(visitor.person, visitor.table)
        connection.setRights(rights ?? NOTHING)
        if (!rights) leaving.push(connection.close(CLOSE.forbidden))
      }
      await Promise.all(leaving)
    },
    async recheckLogins(person) {
      const its = [...connections, ...parted].filter(({ visitor }) => visitor.person === person)
      await Promise.all(its.map(recheckLogin))
    },
    async forget(dialogue, code) {
      await forget(dialogue, code)
      telling?.forgotten(dialogue, code)
    },
    words: (table, dialogue, agreement) =>
      entries.visit(table, dialogue, (document) => wordsOf(document, agreement)),
    freeze: (table, dialogue, agreement) =>
      entries.visit(table, dialogue, (document) => freeze(document, agreement)),
    text: (table, dialogue) =>
      entries.visit(table, dialogue, (document) => textOf(document, cluster !== undefined)),
    epoch: async (table, dialogue) => (await store.epoch(table)) ?? (await store.load(table, dialogue)).epoch,
    close: async () => {
      closing = true
      clearInterval(beat)
      await Promise.all([...connections].map((connection) => connection.close(WS_CLOSE.goingAway)))
      listening?.stop()
      await entries.close()
      wss.close()
    },
  }
}
