import { randomUUID } from 'node:crypto'
import { WebSocket } from 'ws'
import { openSession, type Session, type SessionOptions } from '../../shared/channel/session.ts'
import type { Clock, Line, LineEvents, Surroundings } from '../../shared/channel/surroundings.ts'
import type { Entrance } from './entrance.ts'

const clock: Clock = {
  now: () => Date.now(),
  after(ms, work) {
    const timer = setTimeout(work, ms)
    return () => clearTimeout(timer)
  },
}

export function lineOn(socket: WebSocket, { open, message, closed }: LineEvents): Line {
  socket.on('open', open)
  socket.on('message', (data: Buffer) => message(data.toString()))
  // a close follows
  socket.on('error', () => undefined)
  socket.on('close', closed)
  return socket
}

/** What the control channel needs, in Node: `headers` are those of its handshake. */
export const inNode = (url: string, headers: Record<string, string> = {}): Surroundings => ({
  connect: (events) => lineOn(new WebSocket(url, { headers, perMessageDeflate: false }), events),
  clock,
  chance: Math.random,
  newId: randomUUID,
})

/** The session of whoever redeemed this entrance: without a screen, and on no other device. */
export function sessionOf(
  { home, cookie, origin }: Entrance,
  { onFrame }: Pick<SessionOptions, 'onFrame'> = {},
): Session {
  const url = `${home.replace(/^http/, 'ws')}live`
  return openSession(inNode(url, { cookie, origin }), { takeOver: true, onFrame })
}
