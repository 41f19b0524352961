import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { Server } from '@hocuspocus/server'
import { setupWSConnection } from '@y/websocket-server/utils'
import { WebSocket, WebSocketServer } from 'ws'
import * as Y from 'yjs'
import { createStore } from '../../server/store/connection.ts'
import { editor, hostDocuments } from '../support/documents.ts'

/** One who writes at a table. */
export interface Seat {
  doc: Y.Doc
  stop(): void
}

/** A server of texts: ours, which stores before it shows, or one that keeps them in memory. */
export interface TextServer {
  /** Resolves when the text is there. */
  open(table: string, person: string): Promise<Seat>
  stop(): Promise<void>
}

async function withEditors(url: string, stop: () => Promise<void>): Promise<TextServer> {
  return {
    async open(table, person) {
      const seat = editor({ url }, table, { person })
      await new Promise<void>((resolve) => seat.provider.once('sync', () => resolve()))
      return seat
    },
    stop,
  }
}

/** On the database at this address. */
export async function ours(databaseUrl: string): Promise<TextServer> {
  const store = await createStore({ url: databaseUrl })
  // as in a house that has looked which sessions are under way
  await store.condition()
  const fast = { perSecond: 1e6, burst: 1e6 }
  const host = await hostDocuments(store.documents, {
    updates: fast,
    frames: fast,
    bytes: { perSecond: 1e9, burst: 1e9 },
  })
  return withEditors(host.url, async () => {
    await host.stop()
    await store.close()
  })
}

export async function yWebsocket(): Promise<TextServer> {
  const server = createServer()
  const wss = new WebSocketServer({ server })
  wss.on('connection', (ws, req) => setupWSConnection(ws, req))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return withEditors(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`, async () => {
    for (const ws of wss.clients) ws.terminate()
    server.close()
  })
}

export async function hocuspocus(): Promise<TextServer> {
  const server = new Server({ port: 0, address: '127.0.0.1', quiet: true, stopOnSignals: false })
  await server.listen()
  return {
    async open(table) {
      const doc = new Y.Doc()
      const socket = new HocuspocusProviderWebsocket({
        url: server.webSocketURL,
        WebSocketPolyfill: WebSocket,
      })
      const provider = new HocuspocusProvider({ websocketProvider: socket, name: table, document: doc })
      const synced = new Promise<void>((resolve) => provider.on('synced', () => resolve()))
      provider.attach()
      await synced
      return {
        doc,
        stop() {
          provider.destroy()
          socket.destroy()
          doc.destroy()
        },
      }
    },
    stop: () => server.destroy(),
  }
}
