import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { build } from 'vite'
import { WebSocketServer } from 'ws'
import type { SessionState } from '../../../shared/dialogue/model.ts'
import { clientFrame, type Boot, type Presence, type ServerFrame } from '../../../shared/protocol.ts'

export interface Pages {
  /** Serves one page; ends with `stop`. */
  open: (boot: Boot, seen?: Seen) => Promise<string>
  stop: () => Promise<void>
}

export interface Seen {
  session?: { me: string; state: SessionState; presence?: Presence[] }
  /** Answers of the server, by path. */
  replies?: Record<string, unknown>
}

const TYPES: Record<string, string> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/**
 * Builds the client and serves single pages of it, each with a boot of its own. On a session page the control channel gives
 * one state and says yes to every command: enough to look at a screen, not to test a rule.
 */
export async function buildPages(): Promise<Pages> {
  const built = mkdtempSync(join(tmpdir(), 'dialoogtafel-pages-'))
  await build({
    configFile: 'vite.config.ts',
    logLevel: 'error',
    build: { outDir: built, emptyOutDir: true, reportCompressedSize: false },
  })
  const ends: (() => void)[] = []
  return {
    async open(boot, seen = {}) {
      const server = createServer((request, response) => {
        const path = new URL(request.url ?? '/', 'http://localhost').pathname
        const file = join(built, path)
        const reply = seen.replies?.[path]
        if (reply !== undefined) return response.end(JSON.stringify(reply))
        if (path === '/' || !existsSync(file)) {
          response.setHeader('content-type', 'text/html; charset=utf-8')
          response.statusCode = path === '/' ? 200 : 404
          return response.end(path === '/' ? pageOf(built, boot) : '')
        }
        response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream')
        response.end(readFileSync(file))
      })
      const channel = new WebSocketServer({ server })
      channel.on('connection', (line) => {
        line.on('message', (data) => answer(String(data), seen, (frame) => line.send(JSON.stringify(frame))))
      })
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      ends.push(() => {
        for (const line of channel.clients) line.terminate()
        server.closeAllConnections()
        server.close()
      })
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    },
    async stop() {
      for (const end of ends) end()
      rmSync(built, { recursive: true, force: true })
    },
  }
}

function pageOf(built: string, boot: Boot): string {
  const script = `<base href="/"><script type="application/json" id="dt-boot">${JSON.stringify(boot)}</script>`
  return readFileSync(join(built, 'index.html'), 'utf8').replace('<head>', `<head>${script}`)
}

function answer(text: string, { session }: Seen, say: (frame: ServerFrame) => void): void {
  const frame = clientFrame.parse(JSON.parse(text))
  if (frame.kind === 'hello' && session) {
    const { me, state, presence = [] } = session
    say({ kind: 'welcome', protocol: 1, now: Date.now(), me, snapshot: state, tail: [] })
    say({ kind: 'presence', people: presence, full: true })
  }
  if (frame.kind === 'command') say({ kind: 'answer', id: frame.commandId, answer: { ok: true } })
  if (frame.kind === 'ask') {
    say({ kind: 'answer', id: frame.id, answer: { ok: false, code: 'media_away', text: 'Geen geluid.' } })
  }
}
