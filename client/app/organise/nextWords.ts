import type { PersonId, SessionState } from '../../../shared/dialogue/model.ts'
import type { Presence } from '../../../shared/protocol.ts'
import { connected, standingOf } from '../../core/room/standing.ts'
import { secondsUntil } from '../../core/room/view.ts'
import type { MessageKey } from '../../parts/ui/catalogues.ts'
import type { Values } from '../../../shared/messages/format.ts'
import { nextAction } from './phases.ts'
import { splitBoard } from './splitBoard.ts'

/** Where the meeting is, in one sentence and some smaller ones; of people it says only what is so of who is there. */
export interface NextWords {
  text: MessageKey
  sub: MessageKey[]
  values: Values
}

export function nextWords(
  state: SessionState,
  presence: Readonly<Record<PersonId, Presence>>,
  now: number,
): NextWords {
  const action = nextAction(state)
  const board = splitBoard(state, state.plan)
  const { phase, settings } = state
  const present = connected(presence)
  const isThere = (id: PersonId) => standingOf(state, present, id) === 'here'
  const seats = Object.entries(state.seating?.seats ?? {})
  const seated = seats.length
  const atTable = seats.filter(
    ([id, table]) => isThere(id) && (state.people[id]?.phone || presence[id]?.status?.room === table),
  ).length
  const others = state.order.filter((id) => state.people[id]?.role !== 'organiser' && isThere(id))
  const left = 'deadline' in phase ? secondsUntil(phase.deadline, now) : 0
  return {
    text: `say.${action}`,
    sub: [
      ...(action === 'recall' && seated > 0 ? (['say.recallMissing'] as const) : []),
      ...(action === 'announce' && board.unseated.length > 0 ? (['say.unseated'] as const) : []),
      `say.${action}Sub`,
    ],
    values: {
      seconds: action === 'announce' ? Math.round(settings.announceMs / 1000) : left,
      people: board.seated,
      tables: board.tables,
      here: atTable,
      all: seated,
      count: seated - atTable,
      unseated: board.unseated.length,
      recall: Math.round(settings.recallMs / 1000),
      agreements: Object.keys(state.agreements).length,
      others: others.length,
      told: seats.filter(([id]) => isThere(id)).length,
    },
  }
}
