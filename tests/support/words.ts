import * as decoding from 'lib0/decoding'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { DocumentStore } from '../../server/store/documentStore.ts'
import { bodyOf, readTable } from '../../shared/agreement/document.ts'
import { plain } from '../../shared/agreement/richText.ts'
import { until } from './until.ts'
import type { Visitor } from './visitor.ts'

/** Somebody who writes numbered words, and knows how many of them were answered. */
export interface WordWriter {
  doc: Y.Doc
  key: string
  typed: number
  /** Of the typed words so many were answered as stored. */
  acknowledged: number
  type(): void
  stop(): void
}

export interface WriterInput {
  visitor: Visitor
  table: string
  agreement: string
  /** The port of a road of their own; left out: straight to the server. */
  over?: number
}

/** A stock client that writes numbered words in a paragraph of its own. */
export async function writerAt({ visitor, table, agreement, over }: WriterInput): Promise<WordWriter> {
  const home = new URL(visitor.home)
  const { origin } = home
  if (over !== undefined) home.port = String(over)
  class Socket extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { cookie: visitor.cookie, origin } })
      this.on('error', () => undefined)
    }
  }
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`${home.href.replace('http', 'ws')}docs`, table, doc, {
    WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket,
    params: { epoch: '1' },
    disableBc: true,
    maxBackoffTime: 1_000,
  })
  const key = visitor.person.replaceAll(/[^A-Za-z0-9]/g, '')
  /** What was sent on this connection and waits for its answer, as the number of words it covers. */
  let waiting: number[] = []
  const writer: WordWriter = {
    doc,
    key,
    typed: 0,
    acknowledged: 0,
    type() {
      writer.typed += 1
      text.insert(text.length, `${key}n${writer.typed} `)
    },
    stop() {
      provider.destroy()
      doc.destroy()
    },
  }
  provider.messageHandlers[100] = (_encoder, decoder) => {
    decoding.readVarUint(decoder)
    writer.acknowledged = Math.max(writer.acknowledged, waiting.shift() ?? 0)
  }
  // the answer to the server's question holds all there is; each change after it is a message
  provider.on('status', ({ status }) => {
    waiting = status === 'connected' ? [writer.typed] : []
  })
  doc.on('update', (_update: Uint8Array, from: unknown) => {
    if (from !== provider && provider.wsconnected) waiting.push(writer.typed)
  })
  await until('synced', () => provider.synced, 20_000)
  const paragraph = new Y.XmlElement('paragraph')
  const text = new Y.XmlText()
  paragraph.insert(0, [text])
  bodyOf(doc, agreement, 'text').push([paragraph])
  return writer
}

/** How many of the first words of this writer are not there. */
export const absent = (words: readonly string[], key: string, count: number): number => {
  const known = new Set(words)
  return Array.from({ length: count }, (_, at) => `${key}n${at + 1}`).filter((word) => !known.has(word))
    .length
}

/** What the database itself holds. */
export async function wordsIn(
  store: DocumentStore,
  dialogue: string,
  agreements: ReadonlyMap<string, string>,
): Promise<string[]> {
  const words: string[] = []
  for (const [table, agreement] of agreements) {
    const { state, updates } = await store.load(table, dialogue)
    const doc = new Y.Doc()
    if (state) Y.applyUpdate(doc, state)
    for (const { update } of updates) Y.applyUpdate(doc, update)
    words.push(
      ...plain(readTable(doc)[agreement]?.text ?? [])
        .split(/\s+/)
        .filter(Boolean),
    )
  }
  return words
}
