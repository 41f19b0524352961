import type { Earlier } from './earlier.ts'
import { lengthOf, within, type Interval } from './intervals.ts'
import { groupBalances, ownBalance, personBalances, togetherOf, totalOf, type Seats } from './meter.ts'
import { mayComeIn } from '../people/list.ts'
import { roomsLed } from '../places.ts'
import {
  addTimes,
  basisOf,
  countedOf,
  talkIn,
  timesOf,
  type Spoken,
  type TimeBook,
  type Times,
} from './timeBook.ts'
import type { BalanceReport, RoomBalance, RoomTrend, Scope, ScopeBalance } from './balance.ts'
import { GROUPS, type AgendaItem, type PersonId, type RoomId, type SessionState } from '../model.ts'

/** Balance looked back on: per agenda item, table, session and over the dialogue, and how it went in time (S1-S5, S8). */

/** The trend has at most so many steps, and none is shorter than a minute. */
const STEPS = 24
const SHORTEST_STEP_MS = 60_000

/** Everybody's time at one moment, the same for whoever looks back then: worked out once, shown to each in part. */
export interface LookedBack {
  scopes: { scope: Scope; times: Times }[]
  trend: BalanceReport['trend']
  earlier: Earlier
}

export function lookBack(state: SessionState, book: TimeBook, earlier: Earlier, now: number): LookedBack {
  const session = timesOf(book, now)
  const dialogue = { scope: 'dialogue' as const, times: addTimes(earlier.times, session) }
  const items = state.agenda.map((item, index) => ({
    scope: index,
    times: timesOf(book, now, partOf(item, now)),
  }))
  return {
    scopes: [...items, { scope: 'session', times: session }, ...(earlier.sessions > 0 ? [dialogue] : [])],
    trend: trendOf(state, book, now),
    earlier,
  }
}

/** The report as this viewer may see it: everybody their own, whoever leads the rooms they led, the organiser all of them. */
export function balanceReport(
  state: SessionState,
  viewer: PersonId,
  { scopes, trend, earlier }: LookedBack,
): BalanceReport {
  const rooms = roomsReported(state, viewer)
  return {
    sessions: earlier.sessions + 1,
    incomplete: earlier.incomplete.filter((room) => rooms.includes(room)),
    scopes: scopes.map(({ scope, times }) => {
      const attended = scope === 'dialogue' ? throughout(state, earlier) : inSession(state)
      return scopeBalance(state, { viewer, rooms, scope, times, attended })
    }),
    trend: { ...trend, rooms: trend.rooms.filter(({ room }) => rooms.includes(room)) },
  }
}

const partOf = ({ startedAt, endedAt }: AgendaItem, now: number): Interval => ({
  startMs: startedAt,
  endMs: endedAt ?? now,
})

const allRooms = ({ tableOrder }: SessionState): RoomId[] => ['plenary', ...tableOrder]

/** Tables that are closed now are still looked back on. */
function roomsReported(state: SessionState, viewer: PersonId): RoomId[] {
  if (state.people[viewer]?.role === 'organiser') return allRooms(state)
  return roomsLed(state, viewer)
}

/** Who was there, and where they sat. */
interface Attended {
  came(person: PersonId): boolean
  sat(person: PersonId, table: RoomId): boolean
}

/** As if everybody had come: who has a place. */
const placesOf = (state: SessionState, attended: Attended): Attended => ({
  ...attended,
  came: (person) => attended.came(person) || mayComeIn(state, person),
})

const inSession = ({ people, seating }: SessionState): Attended => ({
  came: (person) => people[person]?.joined === true,
  sat: (person, table) => seating?.seats[person] === table,
})

function throughout(state: SessionState, earlier: Earlier): Attended {
  const now = inSession(state)
  return {
    came: (person) => now.came(person) || earlier.came.includes(person),
    sat: (person, table) => now.sat(person, table) || earlier.sat[table]?.includes(person) === true,
  }
}

/** S7: participants who sat there or were heard there, in the order of the seats. */
function peopleOf(
  state: SessionState,
  room: RoomId | null,
  { counted, measured }: Times,
  { came, sat }: Attended,
): PersonId[] {
  return state.order.filter((person) => {
    if (state.people[person]?.role !== 'participant' || !came(person)) return false
    if (room === null || room === 'plenary' || sat(person, room)) return true
    return (counted[room]?.[person] ?? 0) > 0 || (measured[room]?.[person] ?? 0) > 0
  })
}

interface Looking {
  viewer: PersonId
  rooms: readonly RoomId[]
  scope: Scope
  times: Times
  attended: Attended
}

function scopeBalance(state: SessionState, looking: Looking): ScopeBalance {
  const { viewer, rooms, scope, times, attended } = looking
  const places = placesOf(state, attended)
  const balanceOf = (room: RoomId): RoomBalance => {
    const people = peopleOf(state, room, times, attended)
    const counted = times.counted[room] ?? {}
    return {
      room,
      basis: basisOf(times, room),
      people: personBalances(people, counted, times.measured[room] ?? {}),
      groups: groupBalances(state, { placed: peopleOf(state, room, times, places), seated: people }, counted),
    }
  }
  const everybody = peopleOf(state, null, times, attended)
  const placed = peopleOf(state, null, times, places)
  const used = rooms.filter((room) => typeof scope !== 'number' || room in times.counted)
  return {
    scope,
    own: ownBalance(state, viewer, times, togetherOf(times, everybody)),
    rooms: used.map(balanceOf),
    together:
      state.people[viewer]?.role === 'organiser'
        ? together(state, times, { placed, seated: everybody })
        : null,
  }
}

function together(state: SessionState, times: Times, seats: Seats): ScopeBalance['together'] {
  const people = seats.seated
  const over = (spoken: Spoken) =>
    Object.fromEntries(people.map((person) => [person, totalOf(spoken, person)]))
  const counted = over(times.counted)
  return {
    people: personBalances(people, counted, over(times.measured)),
    groups: groupBalances(state, seats, counted),
  }
}

function trendOf(state: SessionState, book: TimeBook, now: number): BalanceReport['trend'] {
  const startMs = state.agenda[0]?.startedAt ?? now
  const endMs = state.agenda.at(-1)?.endedAt ?? now
  const stepMs = Math.max(SHORTEST_STEP_MS, Math.ceil((endMs - startMs) / STEPS / 60_000) * 60_000)
  const steps: Interval[] = []
  for (let at = startMs; at < endMs; at += stepMs) {
    steps.push({ startMs: at, endMs: Math.min(at + stepMs, endMs) })
  }
  const one = (room: RoomId): RoomTrend => roomTrend(state, room, book, steps, now)
  const found = allRooms(state)
    .map(one)
    .filter(({ spokenMs }) => spokenMs.some((ms) => ms > 0))
  return { startMs, stepMs, rooms: found }
}

function roomTrend(
  state: SessionState,
  room: RoomId,
  book: TimeBook,
  steps: readonly Interval[],
  now: number,
): RoomTrend {
  const talkOf = talkIn(book, room)
  const perGroup = GROUPS.map((group) => {
    const members = state.order.filter(
      (person) => state.people[person]?.group === group && state.people[person].role === 'participant',
    )
    const stretches = members.map((person) => countedOf(book, { room, person, talk: talkOf(person), now }))
    const ms = steps.map((step) => stretches.reduce((sum, each) => sum + lengthOf(within(each, [step])), 0))
    return { group, ms }
  })
  const spokenMs = steps.map((_, i) => perGroup.reduce((sum, { ms }) => sum + (ms[i] ?? 0), 0))
  return {
    room,
    spokenMs,
    groups: perGroup
      .filter(({ ms }) => ms.some((each) => each > 0))
      .map(({ group, ms }) => ({
        group,
        shares: ms.map((each, i) => ((spokenMs[i] ?? 0) > 0 ? each / (spokenMs[i] ?? 1) : null)),
      })),
    gaps: steps.map((step) =>
      (book.gaps[room] ?? []).some((gap) => gap.startMs < step.endMs && gap.endMs > step.startMs),
    ),
  }
}
