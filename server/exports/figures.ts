import { QUESTIONS, sayable, type SessionEvaluation } from '../../shared/dialogue/evaluation/evaluation.ts'
import type { SessionState } from '../../shared/dialogue/model.ts'
import type { GroupBalance } from '../../shared/dialogue/time/balance.ts'
import type { EvaluationFigures, GroupFigures, SessionFigures } from './packageInput.ts'
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

/** What is answered by so few that it points to people is not there. */
export const evaluationFigures = (evaluations: readonly SessionEvaluation[], say: Say): EvaluationFigures[] =>
  evaluations.flatMap(({ session, answered, asked, shown }) => {
    if (!shown) return []
    const values = QUESTIONS.flatMap((question) => {
      const figure = sayable(shown.counts, question)
      return figure ? [{ name: say(`value.${question}`), ...figure }] : []
    })
    return [{ session: say('session.number', { number: session }), answered, asked, values }]
  })
