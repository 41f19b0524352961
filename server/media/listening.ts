import type { ChildProcess } from 'node:child_process'
import { launch, stop } from './listenerProcess.ts'
import type { Log } from './log.ts'
import { BEAT_MS, monotonicMs, type FromListener, type ToListener } from './wire.ts'

/** The server's side of the listener: keeps the process alive and in the rooms it should hear. */
export interface Listening {
  /** The SFU rooms to hear from now on; those no longer named are left. */
  attend(rooms: Iterable<string>): void
  /** CPU the listener has used since it started, ms. */
  cpuMs(): number
  /** Process id of the listener, for tests and benchmarks. */
  pid(): number | undefined
  close(): Promise<void>
}

/** Times are server milliseconds (Date.now). */
export interface ListeningEvents {
  /** Make the room if need be and mint a pass for the listener. */
  pass(room: string): Promise<{ url: string; token: string }>
  measuring(room: string, measuring: boolean, atMs: number): void
  joined(room: string, identity: string): void
  track(room: string, identity: string, microphone: boolean): void
  speaking(room: string, identities: string[]): void
  spoke(room: string, identity: string, startMs: number, endMs: number): void
}

interface Attended {
  /** Last heartbeat that named this room, monotonic; null while it is not heard. */
  beatMs: number | null
  speaking: Set<string>
  retry: NodeJS.Timeout | null
}

const RESTART_MS = 300
const RETRY_MS = 500
/** Without a heartbeat for so long the room is not measured. */
const SILENT_MS = 4 * BEAT_MS
/**
 * The library's native half keeps some 0.4 MB of every room it was in. After so many the listener is replaced at the first moment at
 * which it hears no room, so that nothing goes unmeasured.
 */
const WORN_ROOMS = 100

export function startListening(
  events: ListeningEvents,
  log: Log,
  { wornRooms = WORN_ROOMS } = {},
): Listening {
  const rooms = new Map<string, Attended>()
  let child: ChildProcess | null = null
  /** Takes the child's place once it is ready. */
  let next: ChildProcess | null = null
  let entered = 0
  let ready = false
  let closed = false
  let cpuMs = 0
  let restart: NodeJS.Timeout | null = null

  function start() {
    if (!closed) follow(launch())
  }

  function follow(started: ChildProcess) {
    child = started
    ready = false
    entered = 0
    started.on('message', (message: FromListener) => {
      if (child === started) hear(message)
    })
    started.on('error', (error) => log.error({ error: error.message }, 'the speech listener failed'))
    started.on('exit', (code, signal) => {
      if (child !== started) return
      child = null
      for (const [room, attended] of rooms) lose(room, attended)
      if (closed) return
      log.warn({ code, signal }, 'the speech listener ended; starting another')
      restart = setTimeout(start, RESTART_MS)
    })
  }

  function renewWhenIdle() {
    if (closed || next || rooms.size > 0 || entered < wornRooms) return
    const fresh = launch()
    next = fresh
    const over = () => {
      if (next === fresh) next = null
    }
    fresh.once('error', over)
    fresh.once('exit', over)
    fresh.once('message', () => {
      over()
      // a session began meanwhile: the old one hears it, another idle moment will come
      if (closed || rooms.size > 0) return void stop(fresh)
      replaceBy(fresh)
    })
  }

  function replaceBy(fresh: ChildProcess) {
    if (restart) clearTimeout(restart)
    const worn = child
    follow(fresh)
    ready = true
    if (worn) void stop(worn)
    log.info({ pid: fresh.pid }, 'the speech listener was replaced')
  }

  function send(order: ToListener) {
    if (child?.connected) child.send(order, () => undefined)
  }

  async function enter(room: string) {
    const attended = rooms.get(room)
    if (!attended || !ready || closed) return
    try {
      const pass = await events.pass(room)
      if (rooms.get(room) !== attended) return
      entered++
      send({ kind: 'attend', room, ...pass })
    } catch {
      retry(room, attended)
    }
  }

  function retry(room: string, attended: Attended) {
    attended.retry ??= setTimeout(() => {
      attended.retry = null
      void enter(room)
    }, RETRY_MS)
  }

  function lose(room: string, attended: Attended) {
    if (attended.speaking.size > 0) events.speaking(room, [])
    attended.speaking.clear()
    if (attended.beatMs === null) return
    events.measuring(room, false, toServer(attended.beatMs))
    attended.beatMs = null
  }

  function hear(message: FromListener) {
    if (message.kind === 'ready') {
      ready = true
      for (const room of rooms.keys()) void enter(room)
      return
    }
    if (message.kind === 'beat') return beat(message.rooms, message.atMs, message.cpuMs)
    const attended = rooms.get(message.room)
    if (!attended) return
    switch (message.kind) {
      case 'lost':
        lose(message.room, attended)
        return retry(message.room, attended)
      case 'joined':
        return events.joined(message.room, message.identity)
      case 'track':
        return events.track(message.room, message.identity, message.microphone)
      case 'speaking':
        if (message.speaking) attended.speaking.add(message.identity)
        else attended.speaking.delete(message.identity)
        return events.speaking(message.room, [...attended.speaking])
      case 'spoke':
        return events.spoke(
          message.room,
          message.identity,
          toServer(message.startMs),
          toServer(message.endMs),
        )
    }
  }

  function beat(heard: string[], atMs: number, cpu: number) {
    cpuMs = cpu
    for (const room of heard) {
      const attended = rooms.get(room)
      if (!attended) continue
      const fresh = attended.beatMs === null
      attended.beatMs = atMs
      if (fresh) events.measuring(room, true, toServer(atMs))
    }
    watch()
  }

  function watch() {
    for (const [room, attended] of rooms) {
      if (attended.beatMs !== null && monotonicMs() - attended.beatMs > SILENT_MS) lose(room, attended)
    }
    renewWhenIdle()
  }

  const watching = setInterval(watch, BEAT_MS)
  start()

  return {
    attend(names) {
      const wanted = new Set(names)
      for (const [room, attended] of rooms) {
        if (wanted.has(room)) continue
        if (attended.retry) clearTimeout(attended.retry)
        rooms.delete(room)
        if (attended.speaking.size > 0) events.speaking(room, [])
        send({ kind: 'leave', room })
      }
      for (const room of wanted) {
        if (rooms.has(room)) continue
        rooms.set(room, { beatMs: null, speaking: new Set(), retry: null })
        void enter(room)
      }
    },
    cpuMs: () => cpuMs,
    pid: () => child?.pid,
    async close() {
      closed = true
      clearInterval(watching)
      if (restart) clearTimeout(restart)
      for (const attended of rooms.values()) if (attended.retry) clearTimeout(attended.retry)
      await Promise.all([child, next].map((one) => one && stop(one)))
    },
  }
}

/** The server's clock may be set; the offset is taken at the moment of telling, so a stretch keeps its length. */
function toServer(monotonic: number): number {
  return Date.now() - (monotonicMs() - monotonic)
}
