import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { MeReply } from '../../shared/protocol.ts'
import { until } from './until.ts'
import type { Visitor } from './visitor.ts'

export interface OpenText {
  doc: Y.Doc
  /** Close codes seen. */
  closed: number[]
  stop(): void
}

/** A table's text as somebody's page has it open, with the stock client. */
export async function textAt(visitor: Visitor, table: string): Promise<OpenText> {
  const { origin } = new URL(visitor.home)
  const me = await visitor.get<MeReply>('api/me')
  const doc = new Y.Doc()
  const closed: number[] = []
  class Socket extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { cookie: visitor.cookie, origin } })
    }
  }
  const home = visitor.home.replace('http', 'ws')
  const provider = new WebsocketProvider(`${home}docs`, table, doc, {
    // ws and the browser's socket differ in types only
    WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket,
    params: { epoch: String(me.epochs[table]) },
    disableBc: true,
  })
  provider.messageHandlers[100] = () => undefined
  provider.on('connection-close', (event) => event && closed.push(event.code))
  await until('the text is open', () => provider.synced, 8_000)
  return {
    doc,
    closed,
    stop() {
      provider.destroy()
      doc.destroy()
    },
  }
}
