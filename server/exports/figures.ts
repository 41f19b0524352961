import type { SessionState } from '../../shared/dialogue/model.ts'
import type { GroupBalance } from '../../shared/dialogue/time/balance.ts'
import type { GroupFigures, SessionFigures } from './packageInput.ts'
import type { Say } from './packageWords.ts'

/** How the talk went, in figures: of sessions that have begun. */
export function sessionFigures(sessions: readonly SessionState[], say: Say): SessionFigures[] {
  return sessions.flatMap(({ agenda, people, tableOrder }, index): SessionFigures[] => {
    const [first] = agenda
    if (!first) return []
    const came = Object.values(people).filter(
      ({ role, joined, phone }) => role === 'participant' && (joined || phone),
    )
    return [
      {
        title: say('session.number', { number: index + 1 }),
        date: first.startedAt,
        people: came.length,
        tables: tableOrder.length,
      },
    ]
  })
}

export const groupFigures = (groups: readonly GroupBalance[], say: Say): GroupFigures[] =>
  groups.map(({ group, seats, seatShare, share }) => ({
    name: say(`group.${group}`),
    people: seats,
    seats: seatShare,
    spoken: share,
  }))
