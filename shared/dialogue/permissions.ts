import type { RefusalCode } from './decision.ts'
import { mayComeIn } from './people/list.ts'
import { leads, placeOf } from './places.ts'
import type { PersonId, Role, RoomId, SessionState, TableId } from './model.ts'

/**
 * Where a role may give a command.
 * `anywhere`: the whole session · `plenary`: when it is about the plenary · `ownTable`: at a table they lead, or for a person who sits there
 * · `ownTableOrSelf`: that, or about themselves · `ownRoom`: the room they are in or lead · `self`: about themselves · `no`: never.
 */
type Where = 'anywhere' | 'plenary' | 'ownTable' | 'ownTableOrSelf' | 'ownRoom' | 'self' | 'no'
/** One row of "Who may do what"; a role that is not named may not. `system`: the server's own timers may. */
export type Who = { readonly [R in Role | 'system']?: R extends 'system' ? true : Where }

export const everybody: Who = {
  organiser: 'self',
  facilitator: 'self',
  participant: 'self',
  helper: 'self',
  observer: 'self',
  interpreter: 'self',
  clerk: 'self',
}
export const takesPart: Who = { organiser: 'plenary', facilitator: 'ownRoom', participant: 'ownRoom' }
export const leadsRoom: Who = { organiser: 'plenary', facilitator: 'ownTable' }
export const organiser: Who = { organiser: 'anywhere' }
export const facilitates: Who = { facilitator: 'ownTable' }
/** Timers, presence and what comes in over REST; never accepted from a socket. */
export const system: Who = { system: true }

/** What a command is about, as far as it says so. */
export interface About {
  room?: RoomId
  table?: TableId | null
  person?: PersonId | null
}

/** The room a command is about: named, or the table, or where the person sits. */
function roomAbout(state: SessionState, { room, table, person }: About): RoomId | null {
  return room ?? table ?? (person ? placeOf(state, person) : null)
}

/** May this actor give such a command here? The first question of every decision; null means yes. */
export function refused(
  state: SessionState,
  actor: PersonId | 'system',
  who: Who,
  about: About,
): RefusalCode | null {
  if (actor === 'system') return who.system ? null : 'not_your_role'
  const person = state.people[actor]
  if (!person || !mayComeIn(state, actor)) return 'no_such_person'
  const where = who[person.role] ?? 'no'
  if (where === 'no') return 'not_your_role'
  if (where === 'anywhere') return null
  const self = (about.person ?? actor) === actor
  if (where === 'self') return self ? null : 'not_your_role'
  const room = roomAbout(state, about)
  if (room === null) return 'no_such_person'
  if (room !== 'plenary' && !state.tables[room]) return 'no_such_table'
  if (where === 'plenary') return room === 'plenary' ? null : 'not_your_room'
  if (where === 'ownRoom' && placeOf(state, actor) === room) return null
  return leads(state, actor, room) || (where === 'ownTableOrSelf' && self) ? null : 'not_your_room'
}
