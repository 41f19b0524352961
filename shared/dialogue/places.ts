import { mayComeIn } from './people/list.ts'
import type { Person, PersonId, Phase, RoomId, SeatingPlan, SessionState, TableId } from './model.ts'

/** Where everybody is. A place follows from the phase and the stored seating, never from a socket (F2, T4). */

/** People sit at tables in this phase. */
export const atTables = (phase: Phase): boolean => phase.name === 'tables' || phase.name === 'recalling'

/** The tables this facilitator leads, in the order of the tables. */
export const ownTables = (state: SessionState, person: PersonId): TableId[] =>
  state.tableOrder.filter((table) => state.tables[table]?.facilitators.includes(person))

function tableOf(state: SessionState, person: Person): TableId | null {
  if (person.role === 'participant' || person.role === 'interpreter') {
    const seat = state.seating?.seats[person.id]
    return seat !== undefined && state.tables[seat] ? seat : null
  }
  if (person.role !== 'facilitator') return null
  const own = ownTables(state, person.id)
  const attending = state.attending[person.id]
  return attending !== undefined && own.includes(attending) ? attending : (own[0] ?? null)
}

/** The one room this person is in, or would be in when they open the session now; null after leaving and at the end, and for the clerk. */
export function placeOf(state: SessionState, id: PersonId): RoomId | null {
  const person = state.people[id]
  if (!person || person.left || person.role === 'clerk' || state.phase.name === 'ended') return null
  const host = state.beside[id]
  if (host !== undefined) return placeOf(state, host)
  return (atTables(state.phase) && tableOf(state, person)) || 'plenary'
}

/** The organiser leads the plenary, facilitators their own tables. */
export function leads(state: SessionState, person: PersonId, room: RoomId): boolean {
  if (room === 'plenary') return state.people[person]?.role === 'organiser'
  return Object.hasOwn(state.tables, room) && (state.tables[room]?.facilitators.includes(person) ?? false)
}

/** Where somebody sits, or the tables they lead; also while everybody is in the plenary. */
export function tablesWith(state: SessionState, person: PersonId): TableId[] {
  const seat = state.seating?.seats[person]
  return seat === undefined ? ownTables(state, person) : [seat]
}

/** All rooms this person leads, whether they are open now or not. */
export function roomsLed(state: SessionState, person: PersonId): RoomId[] {
  return leads(state, person, 'plenary') ? ['plenary'] : ownTables(state, person)
}

/** Everybody whose place is this room, in the fixed order of tiles and seats, present or not. */
export const peopleIn = (state: SessionState, room: RoomId): PersonId[] =>
  state.order.filter((person) => placeOf(state, person) === room)

/**
 * Somebody on the telephone has no line to the server: they are there as long as they have not left. Who sits at somebody else's device
 * is there with it.
 */
export const isHere = (state: SessionState, person: PersonId, present: ReadonlySet<PersonId>): boolean =>
  present.has(state.beside[person] ?? person) || onPhone(state, person)

/** Who sits at this person's device beside them, in the fixed order. */
export const guestsOf = (state: SessionState, host: PersonId): PersonId[] =>
  state.order.filter((person) => state.beside[person] === host)

/**
 * Whose turn this person may begin and end, and whose voice their microphone carries: their own, that of whoever sits beside them,
 * and, of whoever leads the room, that of somebody on the telephone.
 */
export const carries = (state: SessionState, room: RoomId, actor: PersonId, person: PersonId): boolean =>
  person === actor || state.beside[person] === actor || (onPhone(state, person) && leads(state, actor, room))

export const onPhone = (state: SessionState, person: PersonId): boolean =>
  state.people[person]?.phone === true

/** Every seating so far, the newest last (T7). */
export const seatings = ({ history, seating }: SessionState): SeatingPlan[] =>
  seating ? [...history, seating] : history

/** Higher than every version there has been (T1). */
export const nextVersion = (state: SessionState): number =>
  Math.max(0, ...seatings(state).map(({ version }) => version)) + 1

/** Rises with every split, so that each split gets new SFU rooms (T3); the plenary stays the same. */
export const roomVersion = (state: SessionState, room: RoomId): number =>
  room === 'plenary' ? 0 : (state.seating?.version ?? 0)

/** The rooms in use in this phase. */
export function openRooms(state: SessionState): RoomId[] {
  if (state.phase.name === 'ended') return []
  return atTables(state.phase) ? ['plenary', ...state.tableOrder] : ['plenary']
}

/** Those that come into use when the split that was announced begins. */
export const roomsAhead = ({ phase, tableOrder }: SessionState): RoomId[] =>
  phase.name === 'announced' ? tableOrder : []

/** All tables' agreements lie open to everybody, in this session or since an earlier one (T6). */
export const isShared = ({ shared, sharedBefore }: SessionState): boolean => shared || sharedBefore

/** Whoever left follows nothing; once it is over there is nothing to leave, and they read like everybody save who was taken out. */
export const isOut = (
  state: Pick<SessionState, 'phase' | 'erased' | 'takenOut'>,
  { id, left }: Pick<Person, 'id' | 'left'>,
): boolean => (left && state.phase.name !== 'ended') || !mayComeIn(state, id)

/**
 * What somebody may do with a table's text. While people sit at tables nobody reads along at another one (T3);
 * from the first recall on everybody may read all of them, in later sessions too (T6).
 */
export function documentRight(state: SessionState, id: PersonId, table: TableId): 'write' | 'read' | 'none' {
  const person = state.people[id]
  if (!person || isOut(state, person) || !Object.hasOwn(state.tables, table)) return 'none'
  if (person.role === 'helper' || person.role === 'clerk') return 'none'
  if (person.role === 'organiser') return 'read'
  const own = leads(state, id, table) || placeOf(state, id) === table
  if (!atTables(state.phase)) return isShared(state) || own ? 'read' : 'none'
  if (person.role === 'observer') return state.settings.openToObservers ? 'read' : 'none'
  if (!own) return 'none'
  return person.role === 'interpreter' ? 'read' : 'write'
}

/** Who follows the harvest: whoever may read what all tables agreed, outside the tables (T3, T6). */
export function readsSet(state: SessionState, id: PersonId): boolean {
  const person = state.people[id]
  if (!person || isOut(state, person) || person.role === 'helper' || person.role === 'clerk') return false
  return person.role === 'organiser' || (isShared(state) && !atTables(state.phase))
}
