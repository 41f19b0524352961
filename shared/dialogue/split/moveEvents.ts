import { toAll, type EventDeclarations } from '../event.ts'
import { closedFloor, freshFloor } from '../floor/roomFloor.ts'
import { plain } from '../give.ts'
import { seatings } from '../places.ts'
import type { Floor, RoomId, SessionState } from '../model.ts'
import { itemAfterMove } from '../session/agenda.ts'
import * as shown from '../shown.ts'
import type { moveSchemas } from './eventSchemas.ts'

/** From the plenary to the tables and back (T1-T8). */
export const moveEvents: EventDeclarations<typeof moveSchemas> = {
  SplitAnnounced: {
    audience: toAll,
    shown: { seating: shown.seating, deadline: plain },
    apply: (state, { seating: announced, deadline }) => ({
      ...state,
      history: seatings(state),
      seating: announced,
      phase: { name: 'announced', version: announced.version, deadline },
    }),
  },

  SplitExtended: {
    audience: toAll,
    shown: { version: plain, deadline: plain },
    apply: (state, { version, deadline }) => ({
      ...state,
      phase: { name: 'announced', version, deadline },
    }),
  },

  SplitCancelled: {
    audience: toAll,
    shown: { version: plain },
    apply: (state) => ({ ...state, phase: { name: 'plenary' } }),
  },

  TablesStarted: {
    audience: toAll,
    shown: { version: plain },
    apply: (state, { version }, at) => ({
      ...state,
      phase: { name: 'tables', version },
      floors: opened(state),
      timeAsked: [],
      agenda: itemAfterMove(state, 'tables', at),
    }),
  },

  PersonMoved: {
    audience: toAll,
    shown: { person: plain, table: plain, version: plain },
    apply: (state, { person, table }) => {
      if (!state.seating) return state
      return { ...state, seating: { ...state.seating, seats: { ...state.seating.seats, [person]: table } } }
    },
  },

  TimeAsked: {
    audience: ({ table: room }) => ({ to: 'desk', room }),
    shown: { table: plain },
    apply: (state, { table }) => ({ ...state, timeAsked: [...state.timeAsked, table] }),
  },

  RecallAnnounced: {
    audience: toAll,
    shown: { version: plain, deadline: plain },
    apply: (state, { version, deadline }) => ({
      ...state,
      phase: { name: 'recalling', version, deadline },
    }),
  },

  RecallCancelled: {
    audience: toAll,
    shown: { version: plain },
    apply: (state, { version }) => ({ ...state, phase: { name: 'tables', version } }),
  },

  RecallFinished: {
    audience: toAll,
    shown: { version: plain },
    apply: (state, _event, at) => ({
      ...state,
      phase: { name: 'plenary' },
      floors: recalled(state),
      shared: true,
      timeAsked: [],
      agenda: itemAfterMove(state, 'plenary', at),
    }),
  },
}

/** Each table starts a split in free talk, with nobody waiting; time held earlier stays counted (S1). The plenary's last round is past. */
function opened(state: SessionState): Record<RoomId, Floor> {
  const floors: Record<RoomId, Floor> = {}
  for (const [room, floor] of Object.entries(state.floors)) floors[room] = { ...floor, lastConsent: null }
  for (const table of state.tableOrder) floors[table] = freshFloor('free', state.floors[table]?.heldMs)
  return floors
}

function recalled(state: SessionState): Record<RoomId, Floor> {
  const floors: Record<RoomId, Floor> = {}
  for (const [room, floor] of Object.entries(state.floors)) {
    floors[room] = room === 'plenary' ? floor : closedFloor(floor)
  }
  return floors
}
