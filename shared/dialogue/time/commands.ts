import * as z from 'zod'
import { command } from '../command.ts'
import { accept, refuse } from '../decision.ts'
import type { DialogueEvent } from '../events.ts'
import { hasHand } from '../floor/roomFloor.ts'
import { NUDGE_ANSWERS, type Nudge, type NudgeAnswer } from '../model.ts'
import type { PersonId, RoomId, SessionState } from '../model.ts'
import { leadsRoom, organiser, system } from '../permissions.ts'
import { before, open } from '../phases.ts'
import { leads, placeOf, seatings } from '../places.ts'
import { NUDGE_MINUTES } from '../settings.ts'
import { id, line } from '../text.ts'
import { mayNudge } from './mayNudge.ts'

const moment = z.number().int().min(0)
const minutes = ({ min, max }: { min: number; max: number }) =>
  z
    .number()
    .int()
    .min(min * 60_000)
    .max(max * 60_000)
    .multipleOf(60_000)

/** Corrections of speaking time (S8) and private questions (S6). */
export const timeCommands = {
  /** Whoever leads takes time off somebody who did not speak then, and says why. It only ever takes off: nothing is guessed. */
  correctTime: command({
    who: leadsRoom,
    phases: open,
    schema: z.strictObject({ room: id, person: id, from: moment, to: moment, reason: line(200) }),
    rule: (state, { room, person, from, to, reason }, { actor, now }) => {
      if (!state.people[person]) return refuse('no_such_person')
      if (!belongs(state, person, room)) return refuse('not_your_room')
      const until = Math.min(to, now)
      if (from >= until) return refuse('malformed')
      return accept({ type: 'TimeCorrected', room, person, from, to: until, reason, by: actor })
    },
  }),

  // one number for a long turn: where turns are given it is counted past the target, which whoever leads may stretch
  setNudges: command({
    who: organiser,
    phases: before,
    schema: z.strictObject({
      on: z.boolean(),
      silentMs: minutes(NUDGE_MINUTES.silent),
      longMs: minutes(NUDGE_MINUTES.long),
    }),
    rule: ({ settings }, { on, silentMs, longMs }) => {
      const overMs = Math.max(0, longMs - settings.turnTargetMs)
      return accept({ type: 'NudgesSet', on, silentMs, overMs, talkMs: longMs })
    },
  }),

  nudge: command({
    who: system,
    phases: open,
    schema: z.strictObject({ person: id, why: z.enum(['silent', 'long']), turn: id.nullable() }),
    rule: (state, { person, why, turn }, { present }) => {
      const room = placeOf(state, person)
      if (room === null || !present.has(person) || !mayNudge(state, room, person, why)) return accept()
      if (turn !== null && state.floors[room]?.turn?.id !== turn) return accept()
      return accept({ type: 'Nudged', person, why, turn })
    },
  }),

  answerNudge: command({
    who: { participant: 'self' },
    phases: open,
    schema: z.strictObject({ answer: z.enum(NUDGE_ANSWERS) }),
    rule: (state, { answer }, { actor }) => {
      const nudge = state.nudges[actor]
      if (!nudge || nudge.answer !== null) return accept()
      if (!ANSWERS[nudge.why].includes(answer)) return refuse('malformed')
      return accept({ type: 'NudgeAnswered', person: actor, answer }, ...handFor(state, actor, answer))
    },
  }),
}

/** Everybody is in the plenary at some time; at a table only who sits there, sat there earlier, or leads it. */
const belongs = (state: SessionState, person: PersonId, room: RoomId): boolean =>
  room === 'plenary' ||
  leads(state, person, room) ||
  seatings(state).some(({ seats }) => seats[person] === room)

const ANSWERS: Record<Nudge['why'], readonly NudgeAnswer[]> = {
  silent: ['speak', 'listen', 'later'],
  long: ['finish', 'point', 'enough'],
}

/** "Ik wil iets zeggen" is a hand like any other. */
function handFor(state: SessionState, person: PersonId, answer: NudgeAnswer): DialogueEvent[] {
  const room = placeOf(state, person)
  const floor = room === null ? undefined : state.floors[room]
  if (answer !== 'speak' || room === null || !floor) return []
  if (hasHand(floor, person, 'turn') || floor.turn?.person === person) return []
  return [{ type: 'HandRaised', room, person, kind: 'turn', typed: false }]
}
