import { startHandingOver, type Wear } from './handingOver.ts'
import type { Log } from './log.ts'
import { BEAT_MS, monotonicMs, type FromListener } from './wire.ts'

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
  muted(room: string, identity: string, atMs: number): void
}

/** What was told of a room. */
interface Attended {
  /** The last heartbeat in which it was measured, monotonic; null while it is not. */
  beatMs: number | null
  someoneSpeaks: boolean
}

export function startListening(events: ListeningEvents, log: Log, wear?: Wear): Listening {
  const rooms = new Map<string, Attended>()
  const handing = startHandingOver(
    {
      pass: events.pass,
      told: hear,
      changed: () => {
        for (const [room, attended] of rooms) {
          follow(room, attended)
          tellSpeaking(room, attended)
        }
      },
    },
    log,
    wear,
  )

  function hear(message: FromListener) {
    if (message.kind === 'ready') return
    if (message.kind === 'beat') return watch()
    const attended = rooms.get(message.room)
    if (!attended) return
    switch (message.kind) {
      case 'lost':
        follow(message.room, attended)
        return quiet(message.room, attended)
      case 'joined':
        return events.joined(message.room, message.identity)
      case 'track':
        return events.track(message.room, message.identity, message.microphone)
      case 'speaking':
        return tellSpeaking(message.room, attended)
      case 'muted':
        return events.muted(message.room, message.identity, toServer(message.atMs))
      case 'spoke':
        return events.spoke(
          message.room,
          message.identity,
          toServer(message.startMs),
          toServer(message.endMs),
        )
    }
  }

  /** Tells whether the room is measured, when that has changed. */
  function follow(room: string, attended: Attended) {
    const before = attended.beatMs
    attended.beatMs = handing.counting()?.beatMs(room) ?? null
    if (before === null && attended.beatMs !== null) events.measuring(room, true, toServer(attended.beatMs))
    if (before === null || attended.beatMs !== null) return
    quiet(room, attended)
    events.measuring(room, false, toServer(before))
  }

  function tellSpeaking(room: string, attended: Attended) {
    const identities = handing.counting()?.speaking(room) ?? []
    if (identities.length === 0) return quiet(room, attended)
    attended.someoneSpeaks = true
    events.speaking(room, identities)
  }

  function quiet(room: string, attended: Attended) {
    if (attended.someoneSpeaks) events.speaking(room, [])
    attended.someoneSpeaks = false
  }

  function watch() {
    for (const [room, attended] of rooms) follow(room, attended)
    handing.renew()
  }

  const watching = setInterval(watch, BEAT_MS)

  return {
    attend(names) {
      const wanted = new Set(names)
      for (const [room, attended] of rooms) {
        if (wanted.has(room)) continue
        rooms.delete(room)
        quiet(room, attended)
      }
      for (const room of wanted) {
        if (!rooms.has(room)) rooms.set(room, { beatMs: null, someoneSpeaks: false })
      }
      handing.attend(wanted)
    },
    cpuMs: () => handing.counting()?.cpuMs() ?? 0,
    pid: () => handing.counting()?.pid(),
    close() {
      clearInterval(watching)
      return handing.close()
    },
  }
}

/** The server's clock may be set; the offset is taken at the moment of telling, so a stretch keeps its length. */
function toServer(monotonic: number): number {
  return Date.now() - (monotonicMs() - monotonic)
}
