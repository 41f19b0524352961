import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** How a road carries what goes over it, either way. */
export interface Weather {
  /** Every piece comes so much later. */
  delayMs: number
  /** No more than this; null: as fast as it goes. */
  bytesPerSecond: number | null
}

/** A road over TCP before one server, or before several of which it picks one for every line. It can be bad, and it can end. */
export interface Road {
  port: number
  /** All is as it should be. */
  open(): void
  /** Nothing arrives and nobody is told; what was under way comes when it opens. */
  silence(): void
  /** Open lines break and new ones are dropped. */
  cut(): void
  weather(weather: Partial<Weather>): void
  stop(): Promise<void>
}

export interface RoadInput {
  /** Ports on this machine, as they are when a line is made. */
  to(): readonly number[]
  /** 0..1 */
  chance(): number
}

const FAIR: Weather = { delayMs: 0, bytesPerSecond: null }
/** A narrow road passes so much at a time. */
const PIECES_PER_SECOND = 10

export async function openRoad({ to, chance }: RoadInput): Promise<Road> {
  const sockets = new Set<Socket>()
  let state: 'open' | 'silent' | 'cut' = 'open'
  let weather = FAIR
  let wake = new AbortController()

  const turn = (next: typeof state) => {
    state = next
    wake.abort()
    wake = new AbortController()
  }
  const opened = async () => {
    while (state === 'silent') await once(wake.signal, 'abort')
  }
  /** Resolves when this much may go on. */
  const passage = async (bytes: number) => {
    const { delayMs, bytesPerSecond } = weather
    const ms = delayMs + (bytesPerSecond ? (bytes / bytesPerSecond) * 1_000 : 0)
    if (ms > 0) await pause(ms)
    await opened()
  }
  const widest = () => Math.max(1, Math.floor((weather.bytesPerSecond ?? Infinity) / PIECES_PER_SECOND))

  const carry = async (from: Socket, over: Socket) => {
    for await (const chunk of from as AsyncIterable<Buffer>) {
      for (let at = 0; at < chunk.length;) {
        const piece = chunk.subarray(at, at + widest())
        at += piece.length
        await passage(piece.length)
        if (over.destroyed) return
        if (!over.write(piece)) await drained(over)
      }
    }
    over.end()
  }

  const server = createServer((near) => {
    near.on('error', () => near.destroy())
    if (state === 'cut') return void near.destroy()
    sockets.add(near)
    near.on('close', () => sockets.delete(near))
    void opened().then(() => {
      const ports = to()
      const port = ports[Math.floor(chance() * ports.length)]
      if (near.destroyed || state === 'cut' || port === undefined) return near.destroy()
      couple(near, connect(port, '127.0.0.1'))
    })
  })
  const couple = (near: Socket, far: Socket) => {
    sockets.add(far)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.setNoDelay(true)
      one.on('error', () => one.destroy())
      one.on('close', () => {
        sockets.delete(one)
        // over a silent road nobody hears of an end either
        void opened().then(() => other.destroy())
      })
      carry(one, other).catch(() => other.destroy())
    }
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    open: () => turn('open'),
    silence: () => turn('silent'),
    cut() {
      turn('cut')
      for (const socket of sockets) socket.destroy()
    },
    weather: (next) => void (weather = { ...FAIR, ...next }),
    async stop() {
      turn('cut')
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Resolves when it takes more, or when it is gone. */
export const drained = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      socket.off('drain', done).off('close', done)
      resolve()
    }
    socket.on('drain', done).on('close', done)
  })
