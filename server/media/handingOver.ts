import { monotonicMs } from '../kit/monotonic.ts'
import { startHearing, type Hearing } from './hearing.ts'
import type { Log } from './log.ts'
import { countAfter, countAll, type Counting } from './takingOver.ts'
import { isWorn, type Wear } from './wear.ts'
import type { FromListener } from './wire.ts'

/**
 * Which listener counts. Nearly always there is one; but it wears out, and on a busy node there is no moment at which it hears nobody. So
 * another joins it in all its rooms, unseen as well, and takes its place once it has heard everything for a while.
 */
export interface HandingOver {
  attend(rooms: ReadonlySet<string>): void
  /** The listener whose word counts; null while there is none. */
  counting(): Hearing | null
  /** To be called at every heartbeat. */
  renew(): void
  close(): Promise<void>
}

export interface HandingOverEvents {
  pass(room: string): Promise<{ url: string; token: string }>
  /** By the listener that counts. A stretch is told once, whoever takes over while it is spoken. */
  told(message: FromListener): void
  /** Another listener counts, or none. */
  changed(): void
}

/** A newcomer that does not hear everything within this time is given up, and for so long after that the old one stays. */
const PATIENCE_MS = 60_000
const AGAIN_MS = 300_000
const RESTART_MS = 300
/** So long both listen: the newcomer's noise floor is that of the last three seconds. */
const TOGETHER_MS = 4_000

export function startHandingOver(
  events: HandingOverEvents,
  log: Log,
  { patienceMs = PATIENCE_MS, againMs = AGAIN_MS, ...wear }: Wear = {},
): HandingOver {
  let wanted: ReadonlySet<string> = new Set()
  let old: Hearing | null = null
  let fresh: { hearing: Hearing; sinceMs: number } | null = null
  let count: Counting = countAll
  let notBeforeMs = 0
  let closed = false
  let restart: NodeJS.Timeout | null = null

  function launch(): Hearing {
    const hearing = startHearing(
      {
        pass: events.pass,
        told: (message) => {
          if (old === hearing) tell(message)
        },
        ended: (code, signal) => ended(hearing, { code, signal }),
      },
      log,
    )
    hearing.attend(wanted)
    return hearing
  }

  function tell(message: FromListener) {
    const counted = message.kind === 'spoke' ? count(message) : message
    if (counted) events.told(counted)
  }

  function start() {
    if (closed) return
    old = launch()
    count = countAll
  }

  function ended(hearing: Hearing, how: object) {
    if (fresh?.hearing === hearing) return giveUp(how)
    if (old !== hearing) return
    log.warn(how, 'the speech listener ended; another takes its place')
    if (fresh) return takeOver(fresh.hearing)
    old = null
    events.changed()
    restart = setTimeout(start, RESTART_MS)
  }

  function giveUp(how: object) {
    void fresh?.hearing.stop()
    fresh = null
    notBeforeMs = monotonicMs() + againMs
    log.warn(how, 'the speech listener stays: the one to replace it did not get ready')
  }

  /** Everything was heard by both, so what the old one had not told yet is in what the new one told lately. */
  function takeOver(hearing: Hearing) {
    const before = old
    old = hearing
    fresh = null
    count = before ? countAfter(before.lately(), before.lastBeatMs()) : countAll
    events.changed()
    for (const spoke of hearing.lately()) tell(spoke)
    void before?.stop()
    log.info({ pid: hearing.pid() }, 'the speech listener was replaced')
  }

  const worn = (hearing: Hearing) =>
    isWorn({ roomsLeft: hearing.roomsLeft(), grownMb: hearing.grownMb() }, wear)

  function renew() {
    if (closed || !old) return
    const now = monotonicMs()
    if (!fresh) {
      if (now < notBeforeMs || !worn(old)) return
      fresh = { hearing: launch(), sinceMs: now }
      log.info({ pid: fresh.hearing.pid() }, 'a speech listener gets ready to replace the worn one')
      return
    }
    const whole = fresh.hearing.wholeSince()
    if (whole !== null && now - whole >= TOGETHER_MS) takeOver(fresh.hearing)
    else if (now - fresh.sinceMs > patienceMs) giveUp({ patienceMs })
  }

  start()
  return {
    attend(rooms) {
      wanted = rooms
      old?.attend(rooms)
      fresh?.hearing.attend(rooms)
    },
    counting: () => old,
    renew,
    async close() {
      closed = true
      if (restart) clearTimeout(restart)
      await Promise.all([old, fresh?.hearing].map((one) => one?.stop()))
    },
  }
}
