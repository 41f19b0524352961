import { leads, openRooms, peopleIn, placeOf } from '../places.ts'
import { GROUPS, type Group, type PersonId, type RoomId, type SessionState } from '../model.ts'
import { basisOf, type Spoken, type Times } from './timeBook.ts'
import type {
  BalanceWords,
  GroupBalance,
  MeterView,
  OwnBalance,
  PersonBalance,
  RoomBalance,
  RoomMeter,
} from './balance.ts'

/** Time against the equal share, and who may see it (S3-S5, S7, S8). */

/** Below this much speech together, shares say nothing yet. */
const TOO_EARLY_MS = 60_000

/** S1: one person's time over all rooms. */
export const totalOf = (spoken: Spoken, person: PersonId): number =>
  Object.values(spoken).reduce((sum, people) => sum + (people[person] ?? 0), 0)

/** S3: a share against the equal share, in words. */
export function wordsFor(spokenMs: number, share: number, togetherMs: number): BalanceWords {
  if (spokenMs <= 0) return 'none'
  if (togetherMs < TOO_EARLY_MS) return 'early'
  if (share < 0.5) return 'muchLess'
  if (share < 0.85) return 'less'
  if (share <= 1.15) return 'equal'
  return share <= 1.75 ? 'more' : 'muchMore'
}

/** Where the bar of one's own balance stands for each word. */
const MIDDLE: Record<BalanceWords, number> = {
  none: 0,
  early: 1,
  muchLess: 0.25,
  less: 0.7,
  equal: 1,
  more: 1.45,
  muchMore: 2,
}

/** S7: who is measured against the equal share. */
const counts = (state: SessionState, person: PersonId): boolean =>
  state.people[person]?.role === 'participant' && state.people[person].joined

const counting = (state: SessionState): PersonId[] => state.order.filter((id) => counts(state, id))

/** Those who are balanced against each other: how many, and what they said together. */
export interface Together {
  people: number
  ms: number
}

export const togetherOf = ({ counted }: Times, among: readonly PersonId[]): Together => ({
  people: among.length,
  ms: among.reduce((sum, person) => sum + totalOf(counted, person), 0),
})

function against(spokenMs: number, { people, ms }: Together): OwnBalance {
  const share = ms > 0 ? (spokenMs * people) / ms : 0
  return { spokenMs, share, words: wordsFor(spokenMs, share, ms) }
}

/**
 * S3: somebody's own balance over all rooms among those who count, or null for who does not count (S7). The share is the middle of its words:
 * an exact one would, with one's own time, give away what the others spoke together.
 */
export function ownBalance(
  state: SessionState,
  person: PersonId,
  times: Times,
  together: Together = togetherOf(times, counting(state)),
): OwnBalance | null {
  const role = state.people[person]?.role
  if (role !== 'participant' && role !== 'facilitator') return null
  const own = against(totalOf(times.counted, person), together)
  return { ...own, share: MIDDLE[own.words] }
}

/** S4, S5: a room's balance for whoever leads it, in the fixed order of the seats: no ranking. */
export function roomBalance(state: SessionState, room: RoomId, times: Times): RoomBalance {
  const counted = times.counted[room] ?? {}
  const measured = times.measured[room] ?? {}
  const placed = peopleIn(state, room).filter((person) => state.people[person]?.role === 'participant')
  const seated = placed.filter((person) => counts(state, person))
  return {
    room,
    basis: basisOf(times, room),
    people: personBalances(seated, counted, measured),
    groups: groupBalances(state, { placed, seated }, counted),
  }
}

/** F6: quiet first goes by the time of everybody in the room, also of whoever has no balance. */
function othersIn(state: SessionState, room: RoomId, { counted }: Times): Record<PersonId, number> {
  const others = peopleIn(state, room).filter((person) => !counts(state, person))
  return Object.fromEntries(others.map((person) => [person, counted[room]?.[person] ?? 0]))
}

/** S4: these people against each other, in their order. */
export function personBalances(
  people: readonly PersonId[],
  counted: Readonly<Record<PersonId, number>>,
  measured: Readonly<Record<PersonId, number>>,
): PersonBalance[] {
  const ms = people.reduce((sum, person) => sum + (counted[person] ?? 0), 0)
  const together = { people: people.length, ms }
  return people.map((person): PersonBalance => {
    const spokenMs = counted[person] ?? 0
    const measuredMs = measured[person] ?? 0
    return { person, ...against(spokenMs, together), measuredMs, silent: spokenMs === 0 && measuredMs === 0 }
  })
}

/** Who has a place in a room, and who of them came to it. */
export interface Seats {
  placed: readonly PersonId[]
  seated: readonly PersonId[]
}

/** S5: groups against their part of the seats that were taken; people without a group are in neither. */
export function groupBalances(
  state: SessionState,
  { placed, seated }: Seats,
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
    const all = placed.filter((person) => groupOf(person) === group).length
    const seats = members.length
    return [{ group, seats, free: all - seats, spokenMs, share, seatShare: seats / counted.length }]
  })
}

/** S8: rooms that are not measured right now, and rooms with a gap earlier on. */
export interface Gaps {
  now: readonly RoomId[]
  earlier: readonly RoomId[]
}

/** S4: the rooms whose persons and groups this viewer may see; the organiser sees all that are open. */
function roomsShown(state: SessionState, viewer: PersonId): RoomId[] {
  const organiser = state.people[viewer]?.role === 'organiser'
  return openRooms(state).filter((room) => organiser || leads(state, viewer, room))
}

/** The meter as each viewer may see it: the own balance, and the rooms they lead. What is the same for all is summed once. */
export function meterViews(state: SessionState, times: Times, gaps: Gaps): (viewer: PersonId) => MeterView {
  const together = togetherOf(times, counting(state))
  const made = new Map<RoomId, RoomMeter>()
  const roomMeter = (room: RoomId): RoomMeter => {
    const found = made.get(room) ?? {
      ...roomBalance(state, room, times),
      others: othersIn(state, room, times),
    }
    made.set(room, found)
    return found
  }
  return (viewer) => {
    const shown = roomsShown(state, viewer)
    const place = placeOf(state, viewer)
    return {
      own: ownBalance(state, viewer, times, together),
      rooms: shown.map(roomMeter),
      gaps: gaps.now.filter((room) => room === place || shown.includes(room)),
      incomplete: gaps.earlier.filter((room) => shown.includes(room)),
    }
  }
}
