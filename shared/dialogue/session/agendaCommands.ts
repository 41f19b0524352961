import * as z from 'zod'
import { command, duration } from '../command.ts'
import { accept, refuse, type Decision } from '../decision.ts'
import type { AgendaPart, PartId, SessionState } from '../model.ts'
import { organiser } from '../permissions.ts'
import { before, open } from '../phases.ts'
import { anyProse, id, line } from '../text.ts'
import { partNow } from './agenda.ts'

/** More is not an evening. */
const MANY = 40

const question = anyProse(300)
const part = {
  title: line(80),
  lengthMs: duration,
  where: z.enum(['plenary', 'tables']),
  questions: z.strictObject({
    lawful: question,
    networking: question,
    performing: question,
    participating: question,
  }),
}

const planned = (parts: AgendaPart[]): Decision => accept({ type: 'AgendaPlanned', parts })

const named = ({ programme }: SessionState, about: PartId): AgendaPart | undefined =>
  programme.find((one) => one.id === about)

/** The programme of a session: made beforehand from what an evening often has, and changed whenever the evening asks for it. */
export const agendaCommands = {
  addParts: command({
    who: organiser,
    phases: before,
    schema: z.strictObject({ parts: z.array(z.strictObject(part)).min(1).max(MANY) }),
    rule: ({ programme }, { parts }, { newId }) =>
      programme.length + parts.length > MANY
        ? refuse('agenda_full')
        : planned([...programme, ...parts.map((one) => ({ id: newId('prt'), ...one }))]),
  }),

  changePart: command({
    who: organiser,
    phases: before,
    schema: z.strictObject({ part: id, ...part }),
    rule: (state, { part: about, ...changed }) =>
      named(state, about)
        ? planned(state.programme.map((one) => (one.id === about ? { id: about, ...changed } : one)))
        : refuse('no_such_part'),
  }),

  movePart: command({
    who: organiser,
    phases: before,
    schema: z.strictObject({ part: id, place: z.number().int().min(1) }),
    rule: (state, { part: about, place }) => {
      const moved = named(state, about)
      if (!moved) return refuse('no_such_part')
      const others = state.programme.filter((one) => one !== moved)
      return planned(others.toSpliced(place - 1, 0, moved))
    },
  }),

  dropPart: command({
    who: organiser,
    phases: before,
    schema: z.strictObject({ part: id }),
    rule: (state, { part: about }) =>
      named(state, about) ? planned(state.programme.filter((one) => one.id !== about)) : accept(),
  }),

  /** Balance starts anew in it, as in every item. */
  startPart: command({
    who: organiser,
    phases: open,
    schema: z.strictObject({ part: id }),
    rule: (state, { part: about }) => {
      const wanted = named(state, about)
      if (!wanted) return refuse('no_such_part')
      if (partNow(state)?.id === about) return accept()
      return accept({ type: 'ItemStarted', title: wanted.title, part: about })
    },
  }),
}
