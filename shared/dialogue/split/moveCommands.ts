import * as z from 'zod'
import { command, duration } from '../command.ts'
import { accept, inSteps, refuse } from '../decision.ts'
import { roundStops } from '../consent/ending.ts'
import type { DialogueEvent } from '../events.ts'
import { stopTurn, tidyFloors } from '../floor/goingOn.ts'
import { lateForRound } from '../floor/rounds.ts'
import type { RoomId, SeatingPlan, SessionState } from '../model.ts'
import { facilitates, organiser, system } from '../permissions.ts'
import { nextVersion, placeOf } from '../places.ts'
import { id } from '../text.ts'

const ofVersion = z.strictObject({ version: z.number().int().min(1) })

/** From the plenary to the tables and back (T1-T8). */
export const moveCommands = {
  announceSplit: command({
    who: organiser,
    phases: ['plenary'],
    schema: z.strictObject({ ms: duration.optional() }),
    rule: (state, { ms }, { now }) => {
      const seats = validSeats(state)
      if (Object.keys(seats).length === 0) return refuse('empty_plan')
      const seating = { version: nextVersion(state), seats, pinned: state.plan?.pinned ?? [] }
      return accept({ type: 'SplitAnnounced', seating, deadline: now + (ms ?? state.settings.announceMs) })
    },
  }),

  extendSplit: command({
    who: organiser,
    phases: ['announced', 'recalling'],
    schema: z.strictObject({ ms: duration }),
    rule: (state, { ms }, { now }) => {
      if (state.phase.name !== 'announced' && state.phase.name !== 'recalling') return refuse('wrong_phase')
      const { name, version } = state.phase
      const deadline = Math.max(state.phase.deadline, now) + ms
      return accept({ type: name === 'announced' ? 'SplitExtended' : 'RecallAnnounced', version, deadline })
    },
  }),

  cancelSplit: command({
    who: organiser,
    phases: ['announced'],
    schema: z.strictObject({}),
    rule: (state) =>
      state.phase.name === 'announced'
        ? accept({ type: 'SplitCancelled', version: state.phase.version })
        : refuse('wrong_phase'),
  }),

  startTables: command({
    who: { ...organiser, ...system },
    phases: ['announced'],
    schema: ofVersion,
    rule: (state, { version }, { actor, now }) => {
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
  }),

  movePerson: command({
    who: organiser,
    phases: ['announced', 'tables', 'recalling'],
    schema: z.strictObject({ person: id, table: id }),
    rule: (state, { person, table }, context) => {
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
  }),

  askTime: command({
    who: facilitates,
    phases: ['tables', 'recalling'],
    schema: z.strictObject({ table: id }),
    rule: (state, { table }) =>
      state.timeAsked.includes(table) ? accept() : accept({ type: 'TimeAsked', table }),
  }),

  announceRecall: command({
    who: organiser,
    phases: ['tables'],
    schema: z.strictObject({ ms: duration.optional() }),
    rule: (state, { ms }, { now }) => {
      if (state.phase.name !== 'tables') return refuse('wrong_phase')
      const deadline = now + (ms ?? state.settings.recallMs)
      return accept({ type: 'RecallAnnounced', version: state.phase.version, deadline })
    },
  }),

  cancelRecall: command({
    who: organiser,
    phases: ['recalling'],
    schema: z.strictObject({}),
    rule: (state) =>
      state.phase.name === 'recalling'
        ? accept({ type: 'RecallCancelled', version: state.phase.version })
        : refuse('wrong_phase'),
  }),

  finishRecall: command({
    who: { ...organiser, ...system },
    phases: ['recalling'],
    schema: ofVersion,
    rule: (state, { version }, { actor, now }) => {
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
  }),
}

/** Nobody takes a turn, a consent round, a silence or the guiding along to another room; hands stay where they are. */
function quiet(state: SessionState, room: RoomId, now: number): DialogueEvent[] {
  const { silence, steering } = state.floors[room] ?? {}
  const events = inSteps(
    state,
    now,
    (next) => roundStops(next, room, now),
    (next) => stopTurn(next, room, now),
  )
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
