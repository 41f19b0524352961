import { randomUUID } from 'node:crypto'
import { io } from 'socket.io-client'
import { WebSocket } from 'ws'
import { PROTOCOL } from '../../shared/wire.ts'
import { redeem } from '../support/visitor.ts'

/** Somebody on the control channel who only counts what comes, and looks into it where they are asked to. */
export interface Guest {
  /** Bytes and messages that came. */
  bytes: number
  messages: number
  /** Raises the hand, or lowers it again; resolves when that is answered, and rejects when it is refused. */
  act(): Promise<void>
  /** Told of each hand that goes up or down, by whose it is. */
  watch(seen: (whose: string) => void): void
  id: string
  command(type: string, payload: unknown): Promise<void>
  close(): void
}

type Frame = Record<string, unknown>
const framesIn = (text: string): Frame[] => {
  const said = JSON.parse(text) as Frame | Frame[]
  return Array.isArray(said) ? said : [said]
}

interface Guesting {
  ws: WebSocket
  id: string
  /** What to say for a hand that goes up or down. */
  hand(up: boolean, id: string): unknown
  /** Whose hand this frame shows, if any. */
  shown(frame: Frame): string | null
}

function guest({ ws, id, hand, shown }: Guesting): Guest {
  const waiting = new Map<string, (refused?: string) => void>()
  let seen: ((whose: string) => void) | null = null
  let up = false
  const said = (message: unknown, commandId: string) =>
    new Promise<void>((resolve, reject) => {
      waiting.set(commandId, (refused) => (refused ? reject(new Error(`refused: ${refused}`)) : resolve()))
      ws.send(JSON.stringify(message))
    })
  const own: Guest = {
    bytes: 0,
    messages: 0,
    id,
    act() {
      up = !up
      const commandId = randomUUID()
      return said(hand(up, commandId), commandId)
    },
    watch: (on) => void (seen = on),
    command(type, payload) {
      const commandId = randomUUID()
      return said({ kind: 'command', commandId, type, payload }, commandId)
    },
    close: () => ws.terminate(),
  }
  ws.on('message', (data: Buffer) => {
    own.bytes += data.length
    own.messages += 1
    if (waiting.size === 0 && !seen && !data.includes('"ping"')) return
    for (const frame of framesIn(data.toString())) {
      if (frame['kind'] === 'ping') ws.send('{"kind":"pong"}')
      if (frame['kind'] === 'answer') {
        const { code } = (frame['answer'] ?? {}) as { code?: string }
        waiting.get(String(frame['id']))?.(code)
        waiting.delete(String(frame['id']))
      }
      const whose = seen && shown(frame)
      if (whose) seen?.(whose)
    }
  })
  return own
}

const opened = (ws: WebSocket) =>
  new Promise<void>((resolve, reject) => {
    ws.once('open', () => resolve())
    ws.once('error', reject)
  })

export async function bareGuest(url: string): Promise<Guest> {
  const ws = new WebSocket(url)
  const id = randomUUID()
  const own = guest({
    ws,
    id,
    hand: (_up, commandId) => ({ id: commandId, hand: id }),
    shown: (frame) => (frame['kind'] === 'event' ? String(frame['hand']) : null),
  })
  await opened(ws)
  return own
}

/** A hand on socket.io: the server answers through its acknowledgement, and tells everybody. */
export async function socketGuest(url: string): Promise<Guest> {
  const socket = io(url, { transports: ['websocket'], forceNew: true, reconnection: false })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', () => resolve())
    socket.once('connect_error', reject)
  })
  const id = randomUUID()
  let watching: ((whose: string) => void) | null = null
  const own: Guest = {
    bytes: 0,
    messages: 0,
    id,
    act: () => socket.emitWithAck('hand', id).then(() => undefined),
    watch: (seen) => void (watching = seen),
    command: () => Promise.resolve(),
    close: () => void socket.disconnect(),
  }
  socket.on('event', ({ hand }: { hand: string }) => watching?.(hand))
  socket.io.engine.on('data', (data: string | ArrayBuffer) => {
    own.bytes += typeof data === 'string' ? data.length : data.byteLength
    own.messages += 1
  })
  return own
}

/** Comes in with a link, and is welcomed. */
export async function ourGuest(link: string): Promise<() => Promise<Guest>> {
  const visitor = await redeem(link)
  const url = new URL('live', visitor.home)
  const { origin } = url
  url.protocol = 'ws:'
  return async () => {
    const ws = new WebSocket(url, { headers: { cookie: visitor.cookie, origin }, perMessageDeflate: false })
    const own = guest({
      ws,
      id: visitor.person,
      hand: (up, commandId) => ({
        kind: 'command',
        commandId,
        type: up ? 'raiseHand' : 'lowerHand',
        payload: { room: 'plenary' },
      }),
      shown(frame) {
        const { recorded } = frame as { recorded?: { event?: { type?: string; person?: string } } }
        const { type = '', person = null } = recorded?.event ?? {}
        // one that goes up soon after it went down has its old place again
        return ['HandRaised', 'HandRestored', 'HandLowered'].includes(type) ? person : null
      },
    })
    const welcomed = new Promise<void>((resolve) => ws.once('message', () => resolve()))
    await opened(ws)
    ws.send(JSON.stringify({ kind: 'hello', protocol: PROTOCOL, lastSeq: 0, locale: 'nl' }))
    await welcomed
    return own
  }
}
