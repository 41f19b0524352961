import {
  GROUPS,
  type Group,
  type HelpCall,
  type Person,
  type PersonId,
  type Role,
  type RoomId,
  type SessionState,
  type Table,
  type TableId,
} from '../../../shared/dialogue/model.ts'
import { onPhone } from '../../../shared/dialogue/places.ts'
import type { GroupBalance, MeterView } from '../../../shared/dialogue/time/balance.ts'
import type { Presence } from '../../../shared/protocol.ts'
import { connected, standingOf, type Standing } from '../../core/room/standing.ts'

type PresenceOf = Record<PersonId, Presence>
interface Around {
  present: ReadonlySet<PersonId>
  presence: PresenceOf
}

/** Somebody who has a place and is not there yet (T5). */
export interface Straggler {
  person: PersonId
  name: string
  /** Where they are seated; the plenary after a recall. */
  room: RoomId
  /** `elsewhere`: there, without sound and picture of the own room. */
  why: Exclude<Standing, 'here'> | 'elsewhere'
  /** Since when, in server milliseconds; null when unknown. */
  since: number | null
  asksHelp: boolean
}

/** Helpers and observers come and go without a place of their own. */
const MOVES: ReadonlySet<Role> = new Set(['participant', 'interpreter', 'facilitator'])

/** Everybody who belongs in a room now, and in which. `placeOf` null means that a person belongs nowhere. */
export const expected = (
  state: SessionState,
  placeOf: (person: PersonId) => RoomId | null,
): { person: Person; room: RoomId }[] =>
  state.order.flatMap((id) => {
    const person = state.people[id]
    const room = placeOf(id)
    return person && !person.left && room !== null && MOVES.has(person.role) ? [{ person, room }] : []
  })

/** Everybody whose device is not in the room they belong in. */
export function stragglers(
  state: SessionState,
  presence: PresenceOf,
  placeOf: (person: PersonId) => RoomId | null,
): Straggler[] {
  const present = connected(presence)
  return expected(state, placeOf).flatMap(({ person: { id, name }, room }) => {
    const why = missing(state, { present, presence }, id, room)
    if (!why) return []
    const since = presence[id]?.since ?? null
    const asksHelp = state.help.some((call) => call.person === id)
    return [{ person: id, name, room, why, since, asksHelp }]
  })
}

/** Somebody on the telephone has no device that could be missing. */
function missing(
  state: SessionState,
  { present, presence }: Around,
  id: PersonId,
  room: RoomId,
): Straggler['why'] | null {
  const standing = standingOf(state, present, id)
  if (standing !== 'here') return standing
  return onPhone(state, id) || presence[id]?.status?.room === room ? null : 'elsewhere'
}

/** What the organiser's overview says of the balance at a table, in words (S4, S5). */
export type BalanceLine =
  | { kind: 'unmeasured' }
  | { kind: 'silent' }
  | { kind: 'notHeard'; names: string[] }
  /** Too little was said, or one person came: nothing to compare yet. */
  | { kind: 'early' }
  | { kind: 'alone' }
  | { kind: 'group'; group: Group; more: boolean }
  | { kind: 'uneven' }
  | { kind: 'even' }

export interface OverviewCard {
  table: Table
  seated: number
  here: number
  balance: BalanceLine
  help: HelpCall[]
  timeAsked: boolean
  /** `none`: nobody was chosen. `elsewhere`: at another of their tables now. `underway`: this is their place, and they are not in it yet. `names`: of whom that is so. */
  leader: { state: Standing | 'none' | 'elsewhere' | 'underway'; names: string[]; at: TableId | null }
}

/** One card per table, in the fixed order of the doors. */
export function overviewCards(
  state: SessionState,
  presence: PresenceOf,
  meter: MeterView | null,
  placeOf: (person: PersonId) => RoomId | null,
): OverviewCard[] {
  const around = { presence, present: connected(presence) }
  return state.tableOrder.flatMap((id) => {
    const table = state.tables[id]
    if (!table) return []
    const seats = Object.entries(state.seating?.seats ?? {}).flatMap(([person, at]) =>
      at === id ? [person] : [],
    )
    const own = new Set([...seats, ...table.facilitators])
    return [
      {
        table,
        seated: seats.length,
        here: seats.filter((person) => missing(state, around, person, id) === null).length,
        balance: balanceLine(state, meter, id),
        help: state.help.filter((call) => own.has(call.person)),
        timeAsked: state.timeAsked.includes(id),
        leader: leaderOf(state, around, table, placeOf),
      },
    ]
  })
}

function leaderOf(
  state: SessionState,
  around: Around,
  table: Table,
  placeOf: (person: PersonId) => RoomId | null,
): OverviewCard['leader'] {
  const chosen = table.facilitators.filter((id) => state.people[id])
  const names = (found: readonly PersonId[]) => found.map((id) => state.people[id]?.name ?? '')
  const standing = (wanted: Standing) =>
    chosen.filter((id) => standingOf(state, around.present, id) === wanted)
  const here = standing('here')
  const atTable = here.filter((id) => placeOf(id) === table.id)
  const inIt = atTable.filter((id) => missing(state, around, id, table.id) === null)
  if (inIt.length > 0) return { state: 'here', names: names(inIt), at: table.id }
  if (atTable.length > 0) return { state: 'underway', names: names(atTable), at: null }
  const [first] = here
  // whoever leads tables is at one of them while those are open
  if (first !== undefined) return { state: 'elsewhere', names: names([first]), at: placeOf(first) }
  const away = standing('away')
  if (away.length > 0) return { state: 'away', names: names(away), at: null }
  return { state: chosen.length > 0 ? 'never' : 'none', names: names(chosen), at: null }
}

function balanceLine(state: SessionState, meter: MeterView | null, table: TableId): BalanceLine {
  const room = meter?.rooms.find((balance) => balance.room === table)
  if (!meter || meter.gaps.includes(table) || !room) return { kind: 'unmeasured' }
  if (room.people.every((entry) => entry.spokenMs === 0)) return { kind: 'silent' }
  const names = room.people.flatMap((entry) => (entry.silent ? (state.people[entry.person]?.name ?? []) : []))
  if (names.length > 0) return { kind: 'notHeard', names }
  if (room.people.length === 1) return { kind: 'alone' }
  if (room.people.some(({ words }) => words === 'early')) return { kind: 'early' }
  const apart = farthest(room.groups)
  if (apart) return { kind: 'group', group: apart.group, more: apart.share > apart.seatShare }
  const far = room.people.some(({ words }) => words === 'muchLess' || words === 'muchMore')
  return { kind: far ? 'uneven' : 'even' }
}

const off = (entry: GroupBalance): number =>
  Math.abs(entry.share - entry.seatShare) / Math.max(entry.seatShare, 0.01)

/** A group is worth a word when its part of the talk is a quarter off its part of the seats; smaller is chance. */
function farthest(groups: GroupBalance[]): GroupBalance | null {
  const counted = groups.filter((entry) => entry.seats > 0)
  const total = counted.reduce((sum, entry) => sum + entry.spokenMs, 0)
  if (total === 0) return null
  const sorted = counted.toSorted(
    (a, b) => off(b) - off(a) || GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group),
  )
  const first = sorted[0]
  return first && off(first) >= 0.25 ? first : null
}
