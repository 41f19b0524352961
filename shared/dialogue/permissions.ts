import type { RefusalCode } from '../protocol.ts'
import type { Command, CommandType } from './commands.ts'
import { leads, placeOf } from './places.ts'
import type { PersonId, Role, RoomId, SessionState } from './model.ts'

/**
 * Where a role may give a command.
 * `anywhere`: the whole session · `plenary`: when it is about the plenary · `ownTable`: at a table they lead, or for a person who sits there
 * · `ownRoom`: the room they are in or lead · `self`: about themselves · `no`: never.
 */
export type Where = 'anywhere' | 'plenary' | 'ownTable' | 'ownRoom' | 'self' | 'no'
/** One row of "Who may do what"; a role that is not named may not. `system`: the server's own timers may. */
export type Row = { readonly [R in Role | 'system']?: R extends 'system' ? true : Where }

const everybody: Row = {
  organiser: 'self',
  facilitator: 'self',
  participant: 'self',
  helper: 'self',
  observer: 'self',
  interpreter: 'self',
}
const takesPart: Row = { organiser: 'plenary', facilitator: 'ownRoom', participant: 'ownRoom' }
const leadsRoom: Row = { organiser: 'plenary', facilitator: 'ownTable' }
const organiser: Row = { organiser: 'anywhere' }
const facilitates: Row = { facilitator: 'ownTable' }
const system: Row = { system: true }

/** "Who may do what" of the method, for every command there is. The tests hold it against a copy made by hand. */
export const PERMISSIONS: Record<CommandType, Row> = {
  join: everybody,
  leave: everybody,
  // the demonstration with voices begins by itself
  openPlenary: { organiser: 'anywhere', system: true },
  endSession: organiser,
  announce: organiser,
  setClock: organiser,
  extendClock: organiser,
  stopClock: organiser,
  runClock: organiser,
  startItem: organiser,
  setPhone: { organiser: 'anywhere', helper: 'anywhere', facilitator: 'ownTable' },

  raiseHand: takesPart,
  lowerHand: takesPart,
  restoreHand: takesPart,
  startTurn: takesPart,
  sayTyped: takesPart,
  moreTime: takesPart,
  passTurn: takesPart,
  endTurn: takesPart,
  endReply: takesPart,
  raiseFor: leadsRoom,
  lowerFor: leadsRoom,
  grantFloor: leadsRoom,
  nextTurn: leadsRoom,
  extendTurn: leadsRoom,
  pauseTurn: leadsRoom,
  resumeTurn: leadsRoom,
  inviteReply: leadsRoom,
  setMode: leadsRoom,
  restartRound: leadsRoom,
  startSilence: leadsRoom,
  endSilence: leadsRoom,
  startSteering: leadsRoom,
  stopSteering: leadsRoom,

  correctTime: leadsRoom,
  setNudges: organiser,
  answerNudge: { participant: 'self' },

  addTable: organiser,
  removeTable: organiser,
  assignFacilitator: organiser,
  attendTable: facilitates,
  spreadEvenly: organiser,
  seatPerson: organiser,
  swapSeats: organiser,
  pinSeat: organiser,
  repeatSeating: organiser,
  announceSplit: organiser,
  extendSplit: organiser,
  cancelSplit: organiser,
  startTables: { organiser: 'anywhere', system: true },
  movePerson: organiser,
  askTime: facilitates,
  announceRecall: organiser,
  cancelRecall: organiser,
  finishRecall: { organiser: 'anywhere', system: true },

  askHelp: { facilitator: 'self', participant: 'self' },
  takeHelp: { organiser: 'anywhere', helper: 'anywhere', facilitator: 'ownTable' },
  closeHelp: { organiser: 'anywhere', helper: 'anywhere', facilitator: 'ownTable', participant: 'self' },

  offerExpired: system,
  dropExpired: system,
  speakerDropped: system,
  speakerReturned: system,
  silenceOver: system,
  goOn: system,
  nudge: system,
  setDialogue: system,
  addPeople: system,
}

/** The room a command is about: named, or the table, or where the person sits. */
function roomAbout(state: SessionState, { payload }: Command): RoomId | null {
  if ('room' in payload) return payload.room
  if ('table' in payload) return payload.table
  return 'person' in payload ? placeOf(state, payload.person) : null
}

/** May this actor give this command here? The first question of every decision; null means yes. */
export function allowed(
  state: SessionState,
  actor: PersonId | 'system',
  command: Command,
): RefusalCode | null {
  const row = PERMISSIONS[command.type]
  if (actor === 'system') return row.system ? null : 'not_your_role'
  const person = state.people[actor]
  if (!person) return 'no_such_person'
  const where = row[person.role] ?? 'no'
  if (where === 'no') return 'not_your_role'
  if (where === 'anywhere') return null
  if (where === 'self') {
    const about = 'person' in command.payload ? command.payload.person : actor
    return about === actor ? null : 'not_your_role'
  }
  const room = roomAbout(state, command)
  if (room === null) return 'no_such_person'
  if (room !== 'plenary' && !state.tables[room]) return 'no_such_table'
  if (where === 'plenary') return room === 'plenary' ? null : 'not_your_room'
  if (where === 'ownRoom' && placeOf(state, actor) === room) return null
  const own = leads(state, actor, room) || (command.type === 'closeHelp' && command.payload.person === actor)
  return own ? null : 'not_your_room'
}
