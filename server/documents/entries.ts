import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { DialogueId, TableId } from '../../shared/dialogue/model.ts'
import { CLOSE } from '../../shared/protocol.ts'
import type { Counts } from '../kit/counts.ts'
import type { DocumentStore } from '../store/documentStore.ts'
import { createAwareness } from './awareness.ts'
import type { Connection, Place } from './connection.ts'
import type { TableHooks } from './parts.ts'
import { LoadAnew } from './queue.ts'
import { openTable, type TableDocument } from './table.ts'
import type { Telling } from './telling.ts'
import { awarenessFrame } from './wire.ts'

/** A document nobody is at stays in memory this long, for whoever reloads. */
const IDLE_MS = 30_000

/** Closing down does not wait longer than this for a database that is away; what is not stored was never answered. */
const patience = () => pause(5_000, undefined, { ref: false })

/** A document in memory, with who is at it. */
export interface Entry {
  table: TableId
  dialogue: DialogueId
  connections: Set<Connection>
  place: Promise<Place>
  idle: NodeJS.Timeout | null
}

export interface Entries {
  all(): Iterable<Entry>
  of(table: TableId, dialogue: DialogueId): Entry
  join(entry: Entry, connection: Connection): void
  leave(entry: Entry, connection: Connection): Promise<void>
  /** Without a connection: a document that nobody is at stays for a while. One that can go no further is loaded anew, once. */
  visit<T>(table: TableId, dialogue: DialogueId, work: (document: TableDocument) => Promise<T>): Promise<T>
  /** Everybody out; the next who opens it loads it anew. */
  drop(entry: Entry, code: number): Promise<void>
  close(): Promise<void>
}

export interface EntriesInput {
  store: DocumentStore
  log: Logger
  counts: Counts
  /** Of several nodes: what the others are told, and what they decided. */
  others?: { telling: Telling; upToDate(dialogue: DialogueId): Promise<void> }
}

/** The documents of this node that are in memory, each opened once for all who come to it. */
export function createEntries(input: EntriesInput): Entries {
  const entries = new Map<TableId, Entry>()
  let closed = false

  const forget = (entry: Entry) => {
    if (entry.idle) clearTimeout(entry.idle)
    if (entries.get(entry.table) === entry) entries.delete(entry.table)
  }

  const drop = async (entry: Entry, code: number) => {
    forget(entry)
    void entry.place.then(({ document }) => document.stop()).catch(() => undefined)
    await Promise.all([...entry.connections].map((connection) => connection.close(code)))
  }

  const of = (table: TableId, dialogue: DialogueId): Entry => {
    const found = entries.get(table)
    if (found) return found
    const connections = new Set<Connection>()
    const about = { table, dialogue, connections }
    const place = openPlace(input, about, (why) => void drop(entry, CLOSE[why]))
    const entry: Entry = { ...about, place, idle: null }
    entries.set(table, entry)
    place.catch(() => forget(entry))
    return entry
  }

  /** Write what is left, then let go of a document nobody came back to. */
  const retire = async (entry: Entry) => {
    const { idle } = entry
    const { document } = await entry.place
    await document.settle()
    const wasVisited = entry.idle !== idle
    if (wasVisited || entry.connections.size > 0 || entries.get(entry.table) !== entry) return
    document.stop()
    forget(entry)
  }

  const keepAWhile = (entry: Entry) => {
    if (entry.idle) clearTimeout(entry.idle)
    entry.idle = setTimeout(() => void retire(entry), IDLE_MS).unref()
  }

  const visited = async (table: TableId, dialogue: DialogueId): Promise<TableDocument> => {
    const entry = of(table, dialogue)
    const { document } = await entry.place
    if (entry.connections.size === 0) keepAWhile(entry)
    return document
  }

  return {
    all: () => entries.values(),
    of,
    drop,
    join(entry, connection) {
      entry.connections.add(connection)
      if (entry.idle) clearTimeout(entry.idle)
    },
    async leave(entry, connection) {
      entry.connections.delete(connection)
      const place = await entry.place.catch(() => null)
      if (!place) return
      const gone = place.awareness.remove(connection)
      if (gone) place.tellOthers(connection, awarenessFrame([gone]))
      if (entry.connections.size === 0) keepAWhile(entry)
    },
    async visit(table, dialogue, work) {
      try {
        return await work(await visited(table, dialogue))
      } catch (error) {
        if (closed || !(error instanceof LoadAnew)) throw error
        return work(await visited(table, dialogue))
      }
    },
    async close() {
      closed = true
      const closing = [...entries.values()].map(async (entry) => {
        const place = await entry.place.catch(() => null)
        if (place) await Promise.race([place.document.settle(), patience()])
        place?.document.stop()
        forget(entry)
      })
      await Promise.all(closing)
    },
  }
}

type About = Pick<Entry, 'table' | 'dialogue' | 'connections'>

async function openPlace(
  { store, log, counts, others }: EntriesInput,
  { table, dialogue, connections }: About,
  failed: TableHooks['failed'],
): Promise<Place> {
  const awareness = createAwareness<Connection>()
  const hooks: TableHooks = {
    stored: (update, writer) => {
      for (const other of connections) if (other.writer !== writer) other.sendUpdate(update)
    },
    answered: (ms) => counts.saved(ms / 1_000),
    failed,
    others: others && {
      committed: (version) => others.telling.stored(table, version),
      upToDate: () => others.upToDate(dialogue),
    },
  }
  const document = await openTable(store, table, dialogue, hooks, log)
  const place: Place = {
    document,
    awareness,
    tellOthers(self, frame) {
      for (const other of connections) if (other !== self) other.sendFrame(frame)
      others?.telling.present(table, place)
    },
  }
  return place
}
