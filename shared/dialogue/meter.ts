import { heldAt } from './floors.ts'
import { leads, openRooms, peopleIn, placeOf } from './places.ts'
import { GROUPS, type Group, type PersonId, type RoomId, type SessionState } from './model.ts'
import type {
  BalanceWords,
  GroupBalance,
  MeterView,
  OwnBalance,
  PersonBalance,
  RoomBalance,
} from '../protocol.ts'

/** Speaking time as arithmetic (S1-S5, S7, S8). Milliseconds on the server's clock. */

export interface Interval {
  startMs: number
  endMs: number
}

/** A pause this short is still speech. */
export const BRIDGE_MS = 300
/** Below this much speech together, shares say nothing yet. */
export const TOO_EARLY_MS = 60_000

/** One person's stretches as disjoint ones in order: overlaps (two devices) count once, pauses of at most `bridgeMs` are speech. */
export function mergeIntervals(intervals: readonly Interval[], bridgeMs = BRIDGE_MS): Interval[] {
  const out: Interval[] = []
  for (const { startMs, endMs } of intervals.toSorted((a, b) => a.startMs - b.startMs)) {
    const last = out.at(-1)
    if (endMs <= startMs) continue
    if (last && startMs - last.endMs <= bridgeMs) last.endMs = Math.max(last.endMs, endMs)
    else out.push({ startMs, endMs })
  }
  return out
}

/** S7: what is left of these stretches outside the excluded ones, such as a facilitator's guiding or a silence. */
export function without(intervals: readonly Interval[], excluded: readonly Interval[]): Interval[] {
  let rest = mergeIntervals(intervals, 0)
  for (const cut of excluded) {
    rest = rest.flatMap(({ startMs, endMs }) => {
      const parts = [
        { startMs, endMs: Math.min(endMs, cut.startMs) },
        { startMs: Math.max(startMs, cut.endMs), endMs },
      ]
      return cut.endMs <= startMs || cut.startMs >= endMs
        ? [{ startMs, endMs }]
        : parts.filter((part) => part.endMs > part.startMs)
    })
  }
  return rest
}

/** Milliseconds in disjoint stretches. */
export const lengthOf = (intervals: readonly Interval[]): number =>
  intervals.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)

/** Measured speech per room and person, in ms. Two people at once both count (S1). */
export type Spoken = Record<RoomId, Record<PersonId, number>>

/** Add up stored intervals. */
export function spokenFrom(
  intervals: readonly (Interval & { room: RoomId; person: PersonId })[],
  bridgeMs = BRIDGE_MS,
): Spoken {
  const apart = new Map<RoomId, Map<PersonId, Interval[]>>()
  for (const { room, person, startMs, endMs } of intervals) {
    const people = apart.get(room) ?? new Map<PersonId, Interval[]>()
    apart.set(room, people.set(person, [...(people.get(person) ?? []), { startMs, endMs }]))
  }
  const spoken: Spoken = {}
  for (const [room, people] of apart) {
    const sums = [...people].map(
      ([person, list]) => [person, lengthOf(mergeIntervals(list, bridgeMs))] as const,
    )
    spoken[room] = Object.fromEntries(sums)
  }
  return spoken
}

/** S2: in this room measured speech counts; in a controlled mode the time of the turns does. */
export const isFreeTalk = (state: SessionState, room: RoomId): boolean => state.floors[room]?.mode === 'free'

/** S2: speech measured in free talk, and the time of turns, the running one up to `now`, together. */
export function withTurns(state: SessionState, free: Spoken, now: number): Spoken {
  const sum: Spoken = Object.fromEntries(Object.entries(free).map(([room, people]) => [room, { ...people }]))
  for (const [room, floor] of Object.entries(state.floors)) {
    const people = (sum[room] ??= {})
    const add = (person: PersonId, ms: number) => (people[person] = (people[person] ?? 0) + ms)
    for (const [person, ms] of Object.entries(floor.heldMs)) add(person, ms)
    if (floor.turn) add(floor.turn.person, heldAt(floor.turn, now))
  }
  return sum
}

/** S1: one person's time over all rooms. */
export const totalOf = (spoken: Spoken, person: PersonId): number =>
  Object.values(spoken).reduce((sum, people) => sum + (people[person] ?? 0), 0)

/** S3: a share against the equal share, in words. */
export function wordsFor(spokenMs: number, share: number, togetherMs: number): BalanceWords {
  if (spokenMs <= 0) return 'none'
  if (togetherMs < TOO_EARLY_MS) return 'equal'
  if (share < 0.5) return 'muchLess'
  if (share < 0.85) return 'less'
  if (share <= 1.15) return 'equal'
  return share <= 1.75 ? 'more' : 'muchMore'
}

/** Where the bar of one's own balance stands for each word. */
const MIDDLE: Record<BalanceWords, number> = {
  none: 0,
  muchLess: 0.25,
  less: 0.7,
  equal: 1,
  more: 1.45,
  muchMore: 2,
}

/** S7: who is measured against the equal share. */
const measured = (state: SessionState, person: PersonId): boolean =>
  state.people[person]?.role === 'participant'

function against(spokenMs: number, times: readonly number[]): OwnBalance {
  const togetherMs = times.reduce((sum, ms) => sum + ms, 0)
  const share = togetherMs > 0 ? (spokenMs * times.length) / togetherMs : 0
  return { spokenMs, share, words: wordsFor(spokenMs, share, togetherMs) }
}

/**
 * S3: somebody's own balance over the whole session, or null for who does not count (S7). The share is the middle of its words:
 * an exact one would, with one's own time, give away what the others spoke together.
 */
export function ownBalance(state: SessionState, person: PersonId, spoken: Spoken): OwnBalance | null {
  const role = state.people[person]?.role
  if (role !== 'participant' && role !== 'facilitator') return null
  const others = state.order.filter((id) => measured(state, id) && state.people[id]?.joined)
  const times = others.map((id) => totalOf(spoken, id))
  const own = against(totalOf(spoken, person), times)
  return { ...own, share: MIDDLE[own.words] }
}

/** S4, S5: a room's balance for whoever leads it, in the fixed order of the seats: no ranking. */
export function roomBalance(state: SessionState, room: RoomId, spoken: Spoken): RoomBalance {
  const times = spoken[room] ?? {}
  const seated = peopleIn(state, room).filter(
    (person) => measured(state, person) && state.people[person]?.joined,
  )
  const all = seated.map((person) => times[person] ?? 0)
  const people = seated.map((person): PersonBalance => {
    const spokenMs = times[person] ?? 0
    return { person, ...against(spokenMs, all), silent: spokenMs === 0 }
  })
  return { room, people, groups: groupBalances(state, seated, times) }
}

/** S5: groups against their part of the seats; people without a group are in neither. */
export function groupBalances(
  state: SessionState,
  seated: readonly PersonId[],
  times: Readonly<Record<PersonId, number>>,
): GroupBalance[] {
  const groupOf = (person: PersonId): Group | null => state.people[person]?.group ?? null
  const counted = seated.filter((person) => groupOf(person) !== null)
  const together = counted.reduce((sum, person) => sum + (times[person] ?? 0), 0)
  return GROUPS.flatMap((group): GroupBalance[] => {
    const members = counted.filter((person) => groupOf(person) === group)
    if (members.length === 0) return []
    const spokenMs = members.reduce((sum, person) => sum + (times[person] ?? 0), 0)
    const share = together > 0 ? spokenMs / together : 0
    return [{ group, seats: members.length, spokenMs, share, seatShare: members.length / counted.length }]
  })
}

/** S8: rooms that are not measured right now, and rooms with a gap earlier on. */
export interface Gaps {
  now: readonly RoomId[]
  earlier: readonly RoomId[]
}

/** The meter as one viewer may see it: the own balance, and the rooms they lead; the organiser sees all that are open. */
export function meterView(state: SessionState, viewer: PersonId, spoken: Spoken, gaps: Gaps): MeterView {
  const organiser = state.people[viewer]?.role === 'organiser'
  const led = openRooms(state).filter((room) => organiser || leads(state, viewer, room))
  const place = placeOf(state, viewer)
  return {
    own: ownBalance(state, viewer, spoken),
    rooms: led.map((room) => roomBalance(state, room, spoken)),
    gaps: gaps.now.filter((room) => room === place || led.includes(room)),
    incomplete: gaps.earlier.filter((room) => led.includes(room)),
  }
}
