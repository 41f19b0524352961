import { stopTurn, tidyFloors } from './flow.ts'
import { lateForRound } from './floor.ts'
import { nextVersion } from './plan.ts'
import { placeOf } from './places.ts'
import { accept, inSteps, refuse, type Rules } from './decision.ts'
import type { DialogueEvent } from './events.ts'
import type { RoomId, SeatingPlan, SessionState } from './model.ts'

/** From the plenary to the tables and back (T1-T8). */
export const splitRules: Rules<
  | 'announceSplit'
  | 'extendSplit'
  | 'cancelSplit'
  | 'startTables'
  | 'movePerson'
  | 'askTime'
  | 'announceRecall'
  | 'cancelRecall'
  | 'finishRecall'
> = {
  announceSplit: (state, { ms }, { now }) => {
    const seats = validSeats(state)
    if (Object.keys(seats).length === 0) return refuse('empty_plan')
    const seating = { version: nextVersion(state), seats, pinned: state.plan?.pinned ?? [] }
    return accept({ type: 'SplitAnnounced', seating, deadline: now + (ms ?? state.settings.announceMs) })
  },

  extendSplit: (state, { ms }, { now }) => {
    if (state.phase.name !== 'announced' && state.phase.name !== 'recalling') return refuse('wrong_phase')
    const { name, version } = state.phase
    const deadline = Math.max(state.phase.deadline, now) + ms
    return accept({ type: name === 'announced' ? 'SplitExtended' : 'RecallAnnounced', version, deadline })
  },

  cancelSplit: (state) =>
    state.phase.name === 'announced'
      ? accept({ type: 'SplitCancelled', version: state.phase.version })
      : refuse('wrong_phase'),

  startTables: (state, { version }, { actor, now }) => {
    if (state.phase.name !== 'announced') return refuse('wrong_phase')
    if (state.phase.version !== version) return actor === 'system' ? accept() : refuse('old_version')
    if (actor === 'system' && state.phase.deadline > now) return accept()
    return accept(
      ...inSteps(
        state,
        now,
        (next) => quiet(next, 'plenary', now),
        () => [{ type: 'TablesStarted', version }],
      ),
    )
  },

  movePerson: (state, { person, table }, context) => {
    const role = state.people[person]?.role
    if (role !== 'participant' && role !== 'interpreter') return refuse('no_such_person')
    if (!state.tables[table]) return refuse('no_such_table')
    if (!state.seating) return refuse('wrong_phase')
    if (state.seating.seats[person] === table) return accept()
    const { version } = state.seating
    return accept(
      ...inSteps(
        state,
        context.now,
        () => [{ type: 'PersonMoved', person, table, version }],
        (next) => tidyFloors(next, context),
        (next) => lateForRound(next, placeOf(next, person) ?? 'plenary', person),
      ),
    )
  },

  askTime: (state, { table }) =>
    state.timeAsked.includes(table) ? accept() : accept({ type: 'TimeAsked', table }),

  announceRecall: (state, { ms }, { now }) => {
    if (state.phase.name !== 'tables') return refuse('wrong_phase')
    const deadline = now + (ms ?? state.settings.recallMs)
    return accept({ type: 'RecallAnnounced', version: state.phase.version, deadline })
  },

  cancelRecall: (state) =>
    state.phase.name === 'recalling'
      ? accept({ type: 'RecallCancelled', version: state.phase.version })
      : refuse('wrong_phase'),

  finishRecall: (state, { version }, { actor, now }) => {
    if (state.phase.name !== 'recalling') return refuse('wrong_phase')
    if (state.phase.version !== version) return actor === 'system' ? accept() : refuse('old_version')
    if (actor === 'system' && state.phase.deadline > now) return accept()
    const rooms = Object.keys(state.floors)
    return accept(
      ...inSteps(state, now, ...rooms.map((room) => (next: SessionState) => quiet(next, room, now)), () => [
        { type: 'RecallFinished', version },
      ]),
    )
  },
}

/** Nobody takes a turn, a silence or the guiding along to another room; hands stay where they are. */
function quiet(state: SessionState, room: RoomId, now: number): DialogueEvent[] {
  const { silence, steering } = state.floors[room] ?? {}
  const events = stopTurn(state, room, now)
  if (silence) events.push({ type: 'SilenceEnded', room })
  if (steering) events.push({ type: 'SteeringStopped', room, person: steering })
  return events
}

/** The draft's seats that can still be taken. */
function validSeats(state: SessionState): SeatingPlan['seats'] {
  const seats = Object.entries(state.plan?.seats ?? {})
  return Object.fromEntries(
    seats.filter(
      ([person, table]) => state.tables[table] && state.people[person] && !state.people[person].left,
    ),
  )
}
