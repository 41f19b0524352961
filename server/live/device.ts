import type { WebSocket } from 'ws'
import { server as arabic } from '../../shared/messages/ar/server.ts'
import { server as texts } from '../../shared/messages/server.ts'
import { format } from '../../shared/messages/format.ts'
import { CLOSE, type Language, type ServerFrame } from '../../shared/protocol.ts'
import type { PersonId, Role } from '../../shared/dialogue/model.ts'
import type { Counts } from '../kit/counts.ts'
import { newId } from '../kit/newId.ts'
import { createOutbox } from './outbox.ts'
import type { Viewer } from './viewers.ts'

const PING_MS = 5_000
/** Nothing heard for so long: the line is dead. */
const DEAD_MS = 11_000
/** A reader this far behind misses what is only of the moment; further behind it has to come back. */
const SLOW_BYTES = 1024 * 1024
const STUCK_BYTES = 4 * 1024 * 1024
/** Said again soon. Presence and the meter are not: they are told only where they change. */
const OF_THE_MOMENT: ReadonlySet<ServerFrame['kind']> = new Set(['speaking', 'typing', 'draft'])

/** One socket of the control channel, as a person's device. */
export interface Device extends Viewer {
  role: Role
  /** Which cookie it came with: two tabs of one browser share it. */
  login: string
  locale: Language
  /** Its own name among all devices. */
  claim: string
  /** Has been welcomed. */
  active: boolean
  open(): boolean
  /** Does it still answer? Asks, and waits no longer than this. */
  answers(withinMs: number): Promise<boolean>
  heard(): void
}

export interface DeviceInput {
  ws: WebSocket
  person: PersonId
  role: Role
  login: string
  now(): number
  /** Every few seconds while it is open. */
  tick(): void
  counts: Pick<Counts, 'sent' | 'refused'>
}

export function createDevice({ ws, person, role, login, now, tick, counts }: DeviceInput): Device {
  const outbox = createOutbox((text) => ws.readyState === ws.OPEN && ws.send(text))
  let heardAt = performance.now()
  const waiting = new Set<(answered: boolean) => void>()
  const device: Device = {
    person,
    role,
    login,
    claim: newId('dev'),
    locale: 'nl',
    seq: 0,
    active: false,
    open: () => ws.readyState === ws.OPEN,
    send(frame) {
      if (ws.readyState !== ws.OPEN) return
      if (ws.bufferedAmount > STUCK_BYTES) ws.terminate()
      else if (ws.bufferedAmount < SLOW_BYTES || !OF_THE_MOMENT.has(frame.kind)) {
        counts.sent(frame.kind)
        if (frame.kind === 'answer' && !frame.answer.ok) counts.refused(frame.answer.code)
        outbox.send(frame)
      }
    },
    close(code) {
      device.active = false
      const text = goodbye(code, device.locale)
      device.send({ kind: 'bye', code, text })
      outbox.flush()
      // at most 123 bytes, and a letter may take three
      ws.close(code, text.slice(0, 40))
      // a device that does not say goodbye is not waited for
      setTimeout(() => ws.terminate(), 1_500).unref()
    },
    heard() {
      heardAt = performance.now()
      for (const answered of waiting) answered(true)
      waiting.clear()
    },
    answers: (withinMs) =>
      new Promise((resolve) => {
        if (ws.readyState !== ws.OPEN) return resolve(false)
        const timer = setTimeout(() => {
          waiting.delete(settle)
          ws.terminate()
          resolve(false)
        }, withinMs)
        const settle = (answered: boolean) => {
          clearTimeout(timer)
          resolve(answered)
        }
        waiting.add(settle)
        ws.once('close', () => waiting.delete(settle) && settle(false))
        ws.ping()
      }),
  }
  ws.on('pong', () => device.heard())
  const pinging = setInterval(() => {
    if (performance.now() - heardAt > DEAD_MS) return ws.terminate()
    device.send({ kind: 'ping', now: now() })
    tick()
  }, PING_MS)
  ws.on('close', () => {
    clearInterval(pinging)
    outbox.close()
  })
  return device
}

const BYES = {
  [CLOSE.unknown]: 'bye.4401',
  [CLOSE.forbidden]: 'bye.4403',
  [CLOSE.takenOut]: 'bye.4404',
  [CLOSE.elsewhere]: 'bye.4409',
  [CLOSE.ended]: 'bye.4410',
  [CLOSE.tooFast]: 'bye.4429',
} as const

function goodbye(code: number, locale: Language): string {
  const key = Object.entries(BYES).find(([each]) => Number(each) === code)?.[1] ?? 'server.broken'
  return format({ ...texts[key], ar: arabic[key] }, locale)
}
