import { errorText } from '../kit/errorText.ts'
import { monotonicMs } from '../kit/monotonic.ts'
import { launch, stop } from './listenerProcess.ts'
import type { Log } from './log.ts'
import { BEAT_MS, type FromListener, type Spoke, type ToListener } from './wire.ts'

/** One listener process: what it is told, and what is known of it. Times are monotonic. */
export interface Hearing {
  /** The SFU rooms to hear from now on; those no longer named are left. */
  attend(rooms: ReadonlySet<string>): void
  /** The last heartbeat that named this room; null while it is not heard. */
  beatMs(room: string): number | null
  speaking(room: string): string[]
  /** The last heartbeat of all. */
  lastBeatMs(): number
  /** Since when it hears every room, and every microphone in them; null while it does not. */
  wholeSince(): number | null
  /** What it told of speech lately, oldest first. */
  lately(): readonly Spoke[]
  /** How often it was in a room and is no longer. */
  roomsLeft(): number
  /** Memory it has taken since it first heard every room. */
  grownMb(): number
  cpuMs(): number
  pid(): number | undefined
  stop(): Promise<void>
}

export interface HearingEvents {
  pass(room: string): Promise<{ url: string; token: string }>
  /** Told after the state above has followed it; only of rooms that are attended. */
  told(message: FromListener): void
  ended(code: number | null, signal: string | null): void
}

const RETRY_MS = 500
/** Without a heartbeat for so long nothing is heard. */
const SILENT_MS = 4 * BEAT_MS
/** Longer than it takes to see that another listener has fallen silent, and what that one had not told by then. */
const LATELY_MS = 6_000

interface Attended {
  beatMs: number | null
  speaking: Set<string>
  retry: NodeJS.Timeout | null
}

export function startHearing(events: HearingEvents, log: Log): Hearing {
  const rooms = new Map<string, Attended>()
  const child = launch()
  let ready = false
  let over = false
  let entered = 0
  let lastBeatMs = 0
  let wholeSince: number | null = null
  let lately: Spoke[] = []
  let memory: { first: number; now: number } | null = null
  let cpuMs = 0

  child.on('message', (message: FromListener) => {
    if (!over) hear(message)
  })
  child.on('error', (error) => {
    log.error({ error: errorText(error) }, 'the speech listener failed')
    // it never began, so nobody will say that it ended
    if (child.pid === undefined) end(null, null)
  })
  child.on('exit', end)

  function end(code: number | null, signal: string | null) {
    if (over) return
    close()
    events.ended(code, signal)
  }

  function close() {
    over = true
    for (const attended of rooms.values()) if (attended.retry) clearTimeout(attended.retry)
  }

  function send(order: ToListener) {
    if (child.connected) child.send(order, () => undefined)
  }

  async function enter(room: string) {
    const attended = rooms.get(room)
    if (!attended || !ready || over) return
    try {
      const pass = await events.pass(room)
      if (rooms.get(room) !== attended || over) return
      entered++
      send({ kind: 'attend', room, ...pass })
    } catch {
      retry(room, attended)
    }
  }

  function retry(room: string, attended: Attended) {
    if (over) return
    attended.retry ??= setTimeout(() => {
      attended.retry = null
      void enter(room)
    }, RETRY_MS)
  }

  function hear(message: FromListener) {
    if (message.kind === 'ready') {
      ready = true
      for (const room of rooms.keys()) void enter(room)
      return
    }
    if (message.kind === 'beat') beat(message)
    else if (!follow(message)) return
    events.told(message)
  }

  /** False when the room is not attended. */
  function follow(message: Exclude<FromListener, { kind: 'ready' | 'beat' }>): boolean {
    const attended = rooms.get(message.room)
    if (!attended) return false
    if (message.kind === 'lost') {
      attended.beatMs = null
      attended.speaking.clear()
      wholeSince = null
      retry(message.room, attended)
    } else if (message.kind === 'speaking') {
      if (message.speaking) attended.speaking.add(message.identity)
      else attended.speaking.delete(message.identity)
    } else if (message.kind === 'spoke') {
      lately = [...lately.filter(({ endMs }) => monotonicMs() - endMs < LATELY_MS), message]
    }
    return true
  }

  function beat(message: Extract<FromListener, { kind: 'beat' }>) {
    lastBeatMs = message.atMs
    cpuMs = message.cpuMs
    const heard = new Set(message.rooms)
    for (const [room, attended] of rooms) if (heard.has(room)) attended.beatMs = message.atMs
    const whole = ready && message.partly.length === 0 && [...rooms.keys()].every((room) => heard.has(room))
    wholeSince = whole ? (wholeSince ?? message.atMs) : null
    if (whole) memory ??= { first: message.memoryMb, now: message.memoryMb }
    if (memory) memory.now = message.memoryMb
  }

  return {
    attend(wanted) {
      for (const [room, attended] of rooms) {
        if (wanted.has(room)) continue
        if (attended.retry) clearTimeout(attended.retry)
        rooms.delete(room)
        send({ kind: 'leave', room })
      }
      for (const room of wanted) {
        if (rooms.has(room)) continue
        rooms.set(room, { beatMs: null, speaking: new Set(), retry: null })
        wholeSince = null
        void enter(room)
      }
    },
    beatMs: (room) => unlessOld(rooms.get(room)?.beatMs ?? null),
    speaking: (room) => [...(rooms.get(room)?.speaking ?? [])],
    lastBeatMs: () => lastBeatMs,
    wholeSince: () => (unlessOld(lastBeatMs) === null ? null : wholeSince),
    lately: () => lately,
    roomsLeft: () => Math.max(0, entered - rooms.size),
    grownMb: () => (memory ? memory.now - memory.first : 0),
    cpuMs: () => cpuMs,
    pid: () => child.pid,
    stop() {
      close()
      return stop(child)
    },
  }
}

function unlessOld(beatMs: number | null): number | null {
  return beatMs !== null && monotonicMs() - beatMs <= SILENT_MS ? beatMs : null
}
