import { timers, type Timer, type TimerPresence } from '../../shared/dialogue/timers.ts'
import type { Command } from '../../shared/dialogue/commands.ts'
import type { SessionState } from '../../shared/dialogue/model.ts'

/** A command that did not help is not given again before this, unless something changed. */
const AGAIN_MS = 1_000
/** setTimeout counts no further. */
const FURTHEST_MS = 2_000_000_000

const keyOf = ({ command }: Timer): string => JSON.stringify(command)

export interface Alarm {
  /** Something changed: look again what is due. */
  set(): void
  /** Something is due, or will be. */
  waiting(): boolean
  close(): void
}

export interface AlarmInput {
  state(): SessionState
  /** Does this node lead the session? Another one's timers are not ours. */
  leads(): boolean
  presence(): TimerPresence
  now(): number
  /** Gives the command to the session; true when it had an effect. */
  give(command: Command): Promise<boolean>
}

/** One timer for the earliest command that is due; the commands follow from the state, so none is lost with a process. */
export function createAlarm({ state, leads, presence, now, give }: AlarmInput): Alarm {
  let timer: NodeJS.Timeout | undefined
  let closed = false
  let giving = false
  let again = false
  /** Commands that had no effect, and when to try them again. */
  const vain = new Map<string, number>()
  const dueAt = (each: Timer) => Math.max(each.at, vain.get(keyOf(each)) ?? 0)

  const look = () => {
    clearTimeout(timer)
    timer = undefined
    if (closed || giving || !leads()) return
    const waiting = timers(state(), presence(), now()).toSorted((a, b) => dueAt(a) - dueAt(b))
    const first = waiting[0]
    if (!first) return
    const wait = Math.min(FURTHEST_MS, Math.max(0, dueAt(first) - now()))
    timer = setTimeout(() => void ring(first), wait)
  }

  const ring = async (due: Timer) => {
    giving = true
    again = false
    const worked = await give(due.command).catch(() => false)
    giving = false
    if (again || worked) vain.clear()
    if (!worked) vain.set(keyOf(due), now() + AGAIN_MS)
    look()
  }

  return {
    set() {
      again = true
      if (!giving) vain.clear()
      look()
    },
    waiting: () => giving || timer !== undefined,
    close() {
      closed = true
      clearTimeout(timer)
    },
  }
}
