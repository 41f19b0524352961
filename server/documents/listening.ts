import type { DialogueId, TableId } from '../../shared/dialogue/model.ts'
import type { Cluster } from '../nodes/cluster.ts'
import type { DocumentStore } from '../store/documentStore.ts'
import type { Entry } from './entries.ts'
import type { Place } from './connection.ts'
import type { Telling } from './telling.ts'
import { FORGOTTEN, PRESENT, STORED } from './topics.ts'
import { awarenessFrame, type AwarenessEntry } from './wire.ts'

/** A node that said nothing for so long is gone, and with it whom it had. */
const SILENT_MS = 5_000

export interface ListeningInput {
  cluster: Pick<Cluster, 'bus' | 'rounds'>
  store: Pick<DocumentStore, 'look'>
  telling: Telling
  /** The documents in memory. */
  entries(): Iterable<Entry>
  forget(dialogue: DialogueId, code: number): void
}

/** Hears what other nodes tell, and looks by itself, so that a hint that was lost is a second late and nothing worse. */
export function createListening(input: ListeningInput): { stop(): void } {
  const { store, telling, entries, forget } = input
  const { bus, rounds } = input.cluster
  const at = async (table: TableId, work: (place: Place, entry: Entry) => void) => {
    for (const entry of entries()) if (entry.table === table) await placeOf(entry, work)
  }

  const look = async () => {
    const known = [...entries()]
    const tables = known.map(({ table }) => table)
    if (tables.length === 0) return
    for (const entry of known) void placeOf(entry, (place) => refresh(entry, place, telling))
    const found = new Map((await store.look(tables)).map((row) => [row.table, row]))
    const gone = { epoch: 0, seq: 0, holds: 0 }
    for (const entry of known)
      void placeOf(entry, ({ document }) => document.hear(found.get(entry.table) ?? gone))
  }

  const stops = [
    rounds.each(look),
    bus.subscribe(
      STORED,
      ({ table, ...version }) =>
        // where nobody is, it is soon enough when this node looks, and whoever asks for the text has it taken up
        void at(table, ({ document }, { connections }) => {
          if (connections.size > 0) document.hear(version)
        }),
    ),
    bus.subscribe(
      PRESENT,
      ({ table, ...list }, node) =>
        void at(table, ({ awareness }, entry) => show(entry, awareness.hear(node, list, performance.now()))),
    ),
    bus.subscribe(FORGOTTEN, ({ dialogue, code }) => forget(dialogue, code)),
  ]
  return {
    stop() {
      for (const stop of stops) stop()
    },
  }
}

/** One that cannot be loaded hears nothing; it is told where it is opened. */
const placeOf = (entry: Entry, work: (place: Place, entry: Entry) => void): Promise<void> =>
  entry.place.then((place) => work(place, entry)).catch(() => undefined)

function refresh(entry: Entry, place: Place, telling: Telling): void {
  show(entry, place.awareness.silentSince(performance.now() - SILENT_MS))
  telling.present(entry.table, place)
}

function show({ connections }: Entry, news: AwarenessEntry[]): void {
  if (news.length === 0) return
  const frame = awarenessFrame(news)
  for (const connection of connections) connection.sendFrame(frame)
}
