import {
  BRIDGE_MS,
  lengthOf,
  mergeIntervals,
  totalOf,
  without,
  type Gaps,
  type Interval,
  type Spoken,
} from '../../shared/dialogue/meter.ts'
import type { DialogueEvent, RecordedEvent } from '../../shared/dialogue/events.ts'
import type { PersonId, RoomId, SessionId } from '../../shared/dialogue/model.ts'
import type { SpeechInterval, SpeechStore } from '../store/store.ts'

const FLUSH_MS = 1_000
/** A room opens a moment before the listener is in it, and before anybody has arrived: that is no gap (S8). */
const OPENING_MS = 3_000
/** While the database is away so many stretches wait; beyond it the oldest are given up. */
const WAITING = 5_000

/** What one person said in one room. */
interface Account {
  stretches: Interval[]
  countedMs: number
  stale: boolean
}

/** Speaking time of one session, folded from what the listener reports. */
export interface Meter {
  load(): Promise<void>
  /** Silences and interventions on the process do not count (F9, S7). */
  observe(recorded: RecordedEvent): void
  spoke(room: RoomId, person: PersonId, startMs: number, endMs: number): void
  measuring(room: RoomId, measuring: boolean, atMs: number): void
  spoken(): Spoken
  spokenMs(people: readonly PersonId[]): Record<PersonId, number>
  gaps(): Gaps
  close(): Promise<void>
}

/** Add a stretch at the end; one that starts within a breath of the last continues it. */
function extend(stretches: Interval[], { startMs, endMs }: Interval): Interval[] {
  const last = stretches.at(-1)
  if (!last) return [{ startMs, endMs }]
  if (startMs < last.startMs) return mergeIntervals([...stretches, { startMs, endMs }])
  if (startMs - last.endMs > BRIDGE_MS) stretches.push({ startMs, endMs })
  else last.endMs = Math.max(last.endMs, endMs)
  return stretches
}

/** Stretches of the room that count for nobody, or (with a person) not for them. */
function createExclusions() {
  const open = new Map<string, number>()
  const closed = new Map<string, Interval[]>()
  const start = (key: string, at: number) => open.set(key, at)
  const end = (key: string, at: number) => {
    const startMs = open.get(key)
    open.delete(key)
    if (startMs !== undefined) closed.set(key, [...(closed.get(key) ?? []), { startMs, endMs: at }])
  }
  const of = (key: string): Interval[] => {
    const since = open.get(key)
    const past = closed.get(key) ?? []
    return since === undefined ? past : [...past, { startMs: since, endMs: Number.MAX_SAFE_INTEGER }]
  }
  const observe = (event: DialogueEvent, at: number) => {
    if (event.type === 'SilenceStarted') start(event.room, at)
    if (event.type === 'SilenceEnded') end(event.room, at)
    if (event.type === 'SteeringStarted') start(`${event.room} ${event.person}`, at)
    if (event.type === 'SteeringStopped') end(`${event.room} ${event.person}`, at)
  }
  return { observe, of: (room: RoomId, person: PersonId) => [...of(room), ...of(`${room} ${person}`)] }
}

/** `failed` is told when stretches could not be stored yet. */
export function createMeter(session: SessionId, store: SpeechStore, failed: (error: unknown) => void): Meter {
  const accounts = new Map<RoomId, Map<PersonId, Account>>()
  const exclusions = createExclusions()
  const gapSince = new Map<RoomId, number>()
  const gapEarlier = new Set<RoomId>()
  const opened = new Set<RoomId>()
  let waiting: SpeechInterval[] = []
  let storing: Promise<void> = Promise.resolve()

  const add = (room: RoomId, person: PersonId, stretch: Interval) => {
    const people = accounts.get(room) ?? new Map<PersonId, Account>()
    accounts.set(room, people)
    const account = people.get(person) ?? { stretches: [], countedMs: 0, stale: true }
    account.stretches = extend(account.stretches, stretch)
    account.stale = true
    people.set(person, account)
  }
  const counted = (room: RoomId, person: PersonId, account: Account): number => {
    if (account.stale) {
      account.countedMs = lengthOf(without(account.stretches, exclusions.of(room, person)))
      account.stale = false
    }
    return account.countedMs
  }

  /** Parts of one stretch wait together, so that a long turn is a few rows. */
  const keep = (interval: SpeechInterval) => {
    const same = waiting.findLast((each) => each.room === interval.room && each.person === interval.person)
    if (same && interval.startMs <= same.endMs + 1 && interval.startMs >= same.startMs) {
      same.endMs = Math.max(same.endMs, interval.endMs)
    } else waiting = [...waiting, interval].slice(-WAITING)
  }
  const flush = async () => {
    if (waiting.length === 0) return
    const batch = waiting
    waiting = []
    try {
      await store.add(batch)
    } catch (error) {
      waiting = [...batch, ...waiting].slice(-WAITING)
      failed(error)
    }
  }
  const timer = setInterval(() => (storing = storing.then(flush)), FLUSH_MS)

  return {
    async load() {
      const stored = await store.read(session)
      const inOrder = stored.intervals.toSorted((a, b) => a.startMs - b.startMs)
      for (const interval of inOrder) add(interval.room, interval.person, interval)
      for (const gap of stored.gaps) gapEarlier.add(gap.room)
      for (const { room } of [...stored.intervals, ...stored.gaps]) opened.add(room)
    },
    observe({ event, at }) {
      exclusions.observe(event, at)
      // new rooms for the tables; the plenary stays the same
      if (event.type === 'TablesStarted')
        for (const room of opened) if (room !== 'plenary') opened.delete(room)
      if (!event.type.startsWith('Silence') && !event.type.startsWith('Steering')) return
      for (const people of accounts.values()) for (const account of people.values()) account.stale = true
    },
    spoke(room, person, startMs, endMs) {
      if (endMs <= startMs) return
      add(room, person, { startMs, endMs })
      keep({ session, room, person, startMs, endMs })
    },
    measuring(room, measuring, atMs) {
      const since = gapSince.get(room)
      if (!measuring) {
        if (since === undefined) gapSince.set(room, atMs)
        return
      }
      gapSince.delete(room)
      const opening = !opened.has(room)
      opened.add(room)
      if (since === undefined || (opening && atMs - since < OPENING_MS)) return
      gapEarlier.add(room)
      store.addGap({ session, room, startMs: since, endMs: atMs }).catch(failed)
    },
    spoken() {
      const spoken: Spoken = {}
      for (const [room, people] of accounts) {
        spoken[room] = Object.fromEntries(
          [...people].map(([person, account]) => [person, counted(room, person, account)]),
        )
      }
      return spoken
    },
    spokenMs(people) {
      const spoken = this.spoken()
      return Object.fromEntries(people.map((person) => [person, totalOf(spoken, person)]))
    },
    gaps: () => ({ now: [...gapSince.keys()], earlier: [...gapEarlier] }),
    async close() {
      clearInterval(timer)
      await storing
      await flush()
    },
  }
}
