import { randomUUID } from 'node:crypto'
import { WebSocket } from 'ws'
import { inNode, lineOn } from '../../server/voices/session.ts'
import { keepLine } from '../../shared/channel/keptLine.ts'
import { receive } from '../../shared/channel/receive.ts'
import { emptyStore, type SessionStore } from '../../shared/channel/store.ts'
import type { SessionState } from '../../shared/dialogue/model.ts'
import type { Answer, ServerFrame } from '../../shared/protocol.ts'
import { PROTOCOL, type Language } from '../../shared/wire.ts'
import type { Visitor } from './visitor.ts'

type Kind = ServerFrame['kind']
type Frame<K extends Kind> = Extract<ServerFrame, { kind: K }>

/** One device's control channel, folded as the browser does it. */
export interface Line {
  ws: WebSocket
  frames: ServerFrame[]
  state(): SessionState
  /** The first frame of this kind that is or will be there. */
  next<K extends Kind>(kind: K, which?: (frame: Frame<K>) => boolean): Promise<Frame<K>>
  command(type: string, payload: unknown, commandId?: string): Promise<Answer>
  raw(text: string | Buffer): void
  closed: Promise<number>
  close(): Promise<void>
}
export interface LineInput {
  lastSeq?: number
  protocol?: number
  session?: string
  takeOver?: boolean
  state?: SessionState
  origin?: string
  locale?: Language
}

/** How long a test waits before it says what it waited for. */
const PATIENCE_MS = 8_000

/**
 * Opens the socket and says hello, with the channel that browsers use; once the line is gone it is not made anew. It does
 * not wait for the welcome: a test may expect to be refused.
 */
export function openLine(visitor: Visitor, input: LineInput = {}): Line {
  const url = new URL('live', visitor.home)
  const origin = input.origin ?? url.origin
  url.protocol = 'ws:'
  const ws = new WebSocket(url, { headers: { cookie: visitor.cookie, origin } })
  const frames: ServerFrame[] = []
  const waiting = new Set<() => void>()
  let known: SessionStore = { ...emptyStore, state: input.state ?? null }

  const line = keepLine(
    { ...inNode(url.href), connect: (events) => lineOn(ws, events) },
    {
      hello: () => {
        const { lastSeq = 0, session, locale = 'nl', takeOver, protocol = PROTOCOL } = input
        return { kind: 'hello', protocol, lastSeq, session, locale, takeOver }
      },
      onFrame(frame) {
        frames.push(frame)
        const received = receive(known, frame)
        if (received === 'gap') throw new Error(`a gap after ${known.state?.seq ?? 'nothing'}`)
        known = { ...known, ...received }
        for (const check of waiting) check()
        return true
      },
      onLost: () => line.stop(),
      onClosed: () => undefined,
    },
  )
  const closed = new Promise<number>((resolve) => {
    ws.on('close', (code) => resolve(code))
    ws.on('error', () => resolve(-1))
    ws.on('unexpected-response', (_req, res) => {
      resolve(res.statusCode ?? -1)
      ws.terminate()
    })
  })

  const next: Line['next'] = (kind, which = () => true) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(check)
        reject(new Error(`no such ${kind} frame; there were: ${frames.map((each) => each.kind).join(' ')}`))
      }, PATIENCE_MS)
      const check = () => {
        const found = frames.find((frame): frame is Frame<typeof kind> => isKind(frame, kind) && which(frame))
        if (!found) return
        waiting.delete(check)
        clearTimeout(timer)
        resolve(found)
      }
      waiting.add(check)
      check()
    })

  return {
    ws,
    frames,
    next,
    closed,
    state() {
      if (!known.state) throw new Error('not welcomed yet')
      return known.state
    },
    raw: (text) => ws.send(text),
    async command(type, payload, commandId = randomUUID()) {
      ws.send(JSON.stringify({ kind: 'command', commandId, type, payload }))
      return (await next('answer', (frame) => frame.id === commandId)).answer
    },
    async close() {
      ws.close()
      await closed
    },
  }
}

function isKind<K extends Kind>(frame: ServerFrame, kind: K): frame is Frame<K> {
  return frame.kind === kind
}
