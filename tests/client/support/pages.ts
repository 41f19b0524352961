import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { createServer } from 'vite'
import { WebSocketServer } from 'ws'
import type { SessionState } from '../../../shared/dialogue/model.ts'
import { clientFrame, type Boot, type Presence, type ServerFrame } from '../../../shared/protocol.ts'

export interface Pages {
  url: string
  stop: () => Promise<void>
}

/**
 * The client as it is, served on a free port with this boot. For a session page the control channel answers with this state
 * and says yes to every command: enough to see a screen, not to test a rule.
 */
export async function servePages(
  boot: Boot,
  session?: { me: string; state: SessionState; presence?: Presence[] },
  replies: Record<string, unknown> = {},
): Promise<Pages> {
  const channel = new WebSocketServer({ noServer: true })
  channel.on('connection', (socket) => {
    const say = (frame: ServerFrame) => socket.send(JSON.stringify(frame))
    socket.on('message', (data) => {
      const frame = clientFrame.parse(JSON.parse(String(data)))
      if (frame.kind === 'hello' && session) {
        const { me, state, presence = [] } = session
        say({ kind: 'welcome', protocol: 1, now: Date.now(), me, snapshot: state, tail: [] })
        say({ kind: 'presence', people: presence, full: true })
      }
      if (frame.kind === 'command') say({ kind: 'answer', id: frame.commandId, answer: { ok: true } })
      if (frame.kind === 'ask') {
        say({ kind: 'answer', id: frame.id, answer: { ok: false, code: 'media_away', text: 'Geen geluid.' } })
      }
    })
  })
  const server = await createServer({
    root: fileURLToPath(new URL('../../../client', import.meta.url)),
    configFile: false,
    plugins: [
      react(),
      {
        name: 'boot',
        transformIndexHtml: () => [
          {
            tag: 'script',
            attrs: { type: 'application/json', id: 'dt-boot' },
            children: JSON.stringify(boot),
            injectTo: 'head',
          },
        ],
        configureServer({ middlewares }) {
          middlewares.use((request, response, next) => {
            const reply = replies[request.url ?? '']
            if (reply === undefined) return next()
            response.setHeader('content-type', 'application/json')
            response.end(JSON.stringify(reply))
          })
        },
      },
    ],
    logLevel: 'error',
    cacheDir: fileURLToPath(new URL('../../../node_modules/.vite-pages', import.meta.url)),
    server: {
      host: '127.0.0.1',
      port: 0,
      hmr: false,
      fs: { allow: [fileURLToPath(new URL('../../..', import.meta.url))] },
    },
  })
  server.httpServer?.on('upgrade', (request, socket, head) => {
    if (!request.url?.endsWith('/live')) return
    channel.handleUpgrade(request, socket, head, (line) => channel.emit('connection', line, request))
  })
  await server.listen()
  return {
    url: server.resolvedUrls?.local[0] ?? '',
    stop: async () => {
      for (const line of channel.clients) line.terminate()
      await server.close()
    },
  }
}
