import type { Interval } from '../../shared/dialogue/time/intervals.ts'
import type { Gaps } from '../../shared/dialogue/time/meter.ts'
import { createMarks, OPEN_MS } from '../../shared/dialogue/time/marks.ts'
import { addTimes, noTimes, timesOf, type TimeBook, type Times } from '../../shared/dialogue/time/timeBook.ts'
import { openRooms } from '../../shared/dialogue/places.ts'
import type { Talk } from '../../shared/dialogue/time/nudges.ts'
import type { Correction, PersonId, RoomId, SessionId, SessionState } from '../../shared/dialogue/model.ts'
import type { SpeechStore } from '../store/store.ts'
import { ALONE, type Lead } from '../nodes/leads.ts'
import { addStored, addStretch, heardLately, type Measured } from './measured.ts'
import { keepUnwritten } from './unwritten.ts'
import type { Step } from './viewers.ts'

/** A room opens a moment before the listener is in it, and before anybody has arrived: that is no gap (S8). */
const OPENING_MS = 3_000
const SETTLED_MS = 60_000

/** Speaking time of one session, from what the listener reports and what the log says about whose time counts. */
export interface Meter {
  /** What was stored before; asked again it adds what was stored since. */
  load(): Promise<void>
  /**
   * From now on this node measures: from what was last heard or logged until the listener is back nothing was measured (S8). `unledMs`:
   * since then nobody may have measured, though other nodes went on writing the log.
   */
  begin(state: SessionState, unledMs?: number): void
  /** Another node measures: which gaps there are now is told by that one. */
  end(): void
  /** Modes, turns, silences and guiding decide what counts. */
  observe(step: Step): void
  spoke(room: RoomId, person: PersonId, startMs: number, endMs: number): void
  /** A pause in which the microphone was muted is nobody's. */
  muted(room: RoomId, person: PersonId, atMs: number): void
  measuring(room: RoomId, measuring: boolean, atMs: number): void
  book(state: SessionState, now: number): TimeBook
  times(state: SessionState, now: number): Times
  gaps(): Gaps
  /** The rooms that are not measured now, and since when. */
  running(): ReadonlyMap<RoomId, number>
  talk(now: number): Omit<Talk, 'hereSince'>
  /** Something that was measured is not stored yet. */
  hasUnwritten(): boolean
  close(): Promise<void>
}

/** `failed` is told when stretches could not be stored yet. Only the node that has the lead stores what is measured. */
export function createMeter(
  session: SessionId,
  store: SpeechStore,
  failed: (error: unknown) => void,
  lead: Lead = ALONE,
): Meter {
  const measured: Measured = {}
  const { marks, note } = createMarks()
  const mutes: Record<RoomId, Record<PersonId, number[]>> = {}
  const gapSince = new Map<RoomId, number>()
  const gapsPast = new Map<RoomId, Interval[]>()
  const opened = new Map<RoomId, number>()
  let lastEventMs = 0
  const unwritten = keepUnwritten(store, failed, lead.measuredUnder)

  const addMute = (room: RoomId, person: PersonId, atMs: number) => {
    const people = (mutes[room] ??= {})
    const known = people[person] ?? []
    if (!known.includes(atMs)) people[person] = [...known, atMs].toSorted((a, b) => a - b)
  }
  const addGap = (room: RoomId, gap: Interval) => {
    const known = gapsPast.get(room) ?? []
    const isKnown = known.some(({ startMs, endMs }) => startMs === gap.startMs && endMs === gap.endMs)
    if (!isKnown) gapsPast.set(room, [...known, gap])
  }

  /** Per room, the running gap up to `now`. */
  const gapsUntil = (now: number): TimeBook['gaps'] => {
    const found = Object.fromEntries([...gapsPast].map(([room, gaps]) => [room, [...gaps]]))
    for (const [room, startMs] of gapSince) (found[room] ??= []).push({ startMs, endMs: now })
    return found
  }
  const book = ({ corrections }: SessionState, now: number): TimeBook => ({
    marks,
    measured,
    mutes,
    gaps: gapsUntil(now),
    corrections,
  })
  /** What is older than a minute does not change any more, save by a correction or by a stretch that comes very late. */
  let settled: { untilMs: number; times: Times; corrections: readonly Correction[] } | null = null
  const times = (state: SessionState, now: number): Times => {
    const all = book(state, now)
    if (settled?.corrections !== state.corrections) {
      settled = { untilMs: 0, times: noTimes, corrections: state.corrections }
    }
    if (now - settled.untilMs > 2 * SETTLED_MS) {
      const part = { startMs: settled.untilMs, endMs: now - SETTLED_MS }
      const { times: before, corrections } = settled
      settled = { untilMs: part.endMs, times: addTimes(before, timesOf(all, now, part)), corrections }
    }
    return addTimes(settled.times, timesOf(all, now, { startMs: settled.untilMs, endMs: OPEN_MS }))
  }

  return {
    async load() {
      const stored = await store.read(session)
      settled = null
      const inOrder = stored.intervals.toSorted((a, b) => a.startMs - b.startMs)
      addStored(measured, inOrder)
      for (const { room, person, atMs } of stored.mutes) addMute(room, person, atMs)
      for (const gap of stored.gaps) {
        addGap(gap.room, gap)
        // over, and that was not heard here
        const since = gapSince.get(gap.room)
        if (since !== undefined && gap.startMs <= Math.round(since) && since < gap.endMs)
          gapSince.delete(gap.room)
      }
      for (const { room, startMs } of [...inOrder, ...stored.gaps]) {
        if (!opened.has(room)) opened.set(room, startMs)
      }
    },
    begin(state, unledMs = Infinity) {
      for (const room of state.phase.name === 'lobby' ? [] : openRooms(state)) {
        const heard = Object.values(measured[room] ?? {}).map((stretches) => stretches.at(-1)?.endMs ?? 0)
        if (opened.has(room)) gapSince.set(room, Math.max(Math.min(lastEventMs, unledMs), ...heard))
      }
    },
    end: () => gapSince.clear(),
    observe({ recorded: { event, at }, after }) {
      note(after, at)
      lastEventMs = at
      // new rooms for the tables; the plenary stays the same
      if (event.type === 'TablesStarted')
        for (const room of opened.keys()) if (room !== 'plenary') opened.delete(room)
    },
    spoke(room, person, startMs, endMs) {
      if (endMs <= startMs) return
      addStretch(measured, room, person, { startMs, endMs })
      if (settled && startMs < settled.untilMs) settled = null
      if (lead.holds()) unwritten.stretch({ session, room, person, startMs, endMs })
    },
    muted(room, person, atMs) {
      addMute(room, person, atMs)
      if (lead.holds()) unwritten.mute({ session, room, person, atMs })
    },
    measuring(room, measuring, atMs) {
      const since = gapSince.get(room)
      if (!measuring) {
        // a listener that was silent may say later, and more exactly, since when it did not hear
        if (since === undefined || atMs > since) gapSince.set(room, atMs)
        return
      }
      gapSince.delete(room)
      const opening = !opened.has(room)
      if (opening) opened.set(room, atMs)
      if (since === undefined || (opening && atMs - since < OPENING_MS)) return
      addGap(room, { startMs: since, endMs: atMs })
      if (lead.holds()) unwritten.gap({ session, room, startMs: since, endMs: atMs })
    },
    book,
    times,
    running: () => gapSince,
    gaps: () => ({ now: [...gapSince.keys()], earlier: [...gapsPast.keys()] }),
    talk: (now) => ({
      ...heardLately(measured, marks, now),
      measuredSince: Object.fromEntries(
        [...opened]
          .filter(([room]) => !gapSince.has(room))
          .map(([room, since]) => [room, gapsPast.get(room)?.at(-1)?.endMs ?? since]),
      ),
    }),
    hasUnwritten: unwritten.waits,
    close: unwritten.close,
  }
}
