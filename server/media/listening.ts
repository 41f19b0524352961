import { monotonicMs } from '../kit/monotonic.ts'
import { serverClock } from '../kit/serverClock.ts'
import { startHandingOver } from './handingOver.ts'
import { outside, withGap, type Gap } from './gaps.ts'
import type { Log } from './log.ts'
import type { Wear } from './wear.ts'
import { BEAT_MS, type FromListener } from './wire.ts'

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

/** Times are those of the server's clock, ms. */
export interface ListeningEvents {
  /** Make the room if need be and mint a pass for the listener. */
  pass(room: string): Promise<{ url: string; token: string }>
  measuring(room: string, measuring: boolean, atMs: number): void
  joined(room: string, identity: string): void
  track(room: string, identity: string, microphone: boolean): void
  speaking(room: string, identities: string[]): void
  spoke(room: string, identity: string, startMs: number, endMs: number): void
  muted(room: string, identity: string, atMs: number): void
  /** Words of `of` came in at this person's microphone too, through the air. */
  throughAir(room: string, identity: string, of: string): void
}

/** What was told of a room. */
interface Attended {
  /** The last heartbeat in which it was measured, monotonic; null while it is not. */
  beatMs: number | null
  someoneSpeaks: boolean
  /** What was told not to be measured; null until it is measured for the first time. */
  gaps: readonly Gap[] | null
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
        return events.muted(message.room, message.identity, serverClock.at(message.atMs))
      case 'throughAir':
        return events.throughAir(message.room, message.identity, message.of)
      case 'gap':
        return gap(message.room, attended, message)
      case 'spoke':
        for (const { fromMs, toMs } of outside(attended.gaps ?? [], message.startMs, message.endMs)) {
          events.spoke(message.room, message.identity, serverClock.at(fromMs), serverClock.at(toMs))
        }
    }
  }

  /** By the listener's own word, which is more exact than what its silence told. */
  function gap(room: string, attended: Attended, { fromMs, toMs }: Gap) {
    if (!attended.gaps) return
    attended.gaps = withGap(attended.gaps, { fromMs, toMs })
    events.measuring(room, false, serverClock.at(fromMs))
    events.measuring(room, true, serverClock.at(toMs))
  }

  /** Tells whether the room is measured, when that has changed. */
  function follow(room: string, attended: Attended) {
    const before = attended.beatMs
    attended.beatMs = handing.counting()?.beatMs(room) ?? null
    if (before === null && attended.beatMs !== null) {
      const open = attended.gaps?.find(({ toMs }) => toMs === Infinity)
      attended.gaps = open
        ? withGap(attended.gaps ?? [], { ...open, toMs: attended.beatMs })
        : (attended.gaps ?? [])
      events.measuring(room, true, serverClock.at(attended.beatMs))
      tellSpeaking(room, attended)
    }
    if (before === null || attended.beatMs !== null) return
    quiet(room, attended)
    attended.gaps = withGap(attended.gaps ?? [], { fromMs: before, toMs: Infinity })
    events.measuring(room, false, serverClock.at(before))
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

  let watchedMs = monotonicMs()
  const watching = setInterval(() => {
    const before = watchedMs
    watchedMs = monotonicMs()
    // after standing still ourselves we have not read yet what was told meanwhile
    if (watchedMs - before < 2 * BEAT_MS) watch()
  }, BEAT_MS)

  return {
    attend(names) {
      const wanted = new Set(names)
      for (const [room, attended] of rooms) {
        if (wanted.has(room)) continue
        rooms.delete(room)
        quiet(room, attended)
      }
      for (const room of wanted) {
        if (!rooms.has(room)) rooms.set(room, { beatMs: null, someoneSpeaks: false, gaps: null })
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
