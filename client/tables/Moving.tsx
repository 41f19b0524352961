import type { Person, PersonId, SeatingPlan, SessionState, Table } from '../../shared/dialogue/model.ts'
import { tableOf } from '../floor/sentence.ts'
import { nameOf, secondsUntil, type RoomView } from '../floor/view.ts'
import { useT } from '../ui/text.tsx'
import { RoleTag } from './RoleTag.tsx'

/**
 * What is about to happen, above the room one still sees: the person has nothing to do (T2).
 * The words are also the sentence of state, which says them aloud; here the seconds are drawn.
 */
export function Moving({ view }: { view: RoomView }) {
  const { phase, seating } = view.state
  if (phase.name === 'announced') {
    return <ToTable view={view} seating={seating} seconds={secondsUntil(phase.deadline, view.now)} />
  }
  if (phase.name === 'recalling' && view.room !== 'plenary') {
    return <Back seconds={secondsUntil(phase.deadline, view.now)} totalMs={view.state.settings.recallMs} />
  }
  return null
}

function ToTable({
  view,
  seating,
  seconds,
}: {
  view: RoomView
  seating: SeatingPlan | null
  seconds: number
}) {
  const t = useT()
  const to = tableOf(view)
  const table = to ? view.state.tables[to.id] : undefined
  if (!table) return <p className="move is-small">{t('move.noSeat')}</p>
  const leader = table.facilitators[0]
  return (
    <section className="move" aria-label={t('move.to')}>
      <div className="move-words">
        <p>{t('move.to')}</p>
        <h2>{t('room.table', { number: table.number })}</h2>
        <RoleTag role={table.role} />
        <p className="move-line">{t(`roleLine.${table.role}`)}</p>
        <p>
          <strong>{t('sub.nothingToDo')}</strong>
          {leader === undefined ? null : ` ${t('sub.lead', { name: nameOf(view, leader) })}`}{' '}
          {t('move.media')}
        </p>
      </div>
      <Countdown seconds={seconds} total={view.state.settings.announceMs / 1000} />
      <ul className="move-people" aria-label={t('move.people')}>
        {companions(view.state, seating, table).map((person) => (
          <li key={person.id} className={person.id === view.me ? 'is-me' : undefined}>
            {person.id === view.me ? t('queue.you') : person.name}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Who will sit there, in the fixed order of the seats; whoever guides comes last. */
function companions(state: SessionState, seating: SeatingPlan | null, table: Table): Person[] {
  const seated = state.order.filter(
    (id) => seating?.seats[id] === table.id && !table.facilitators.includes(id),
  )
  const known = (id: PersonId): Person[] => (state.people[id] ? [state.people[id]] : [])
  return [...seated, ...table.facilitators].flatMap(known)
}

function Back({ seconds, totalMs }: { seconds: number; totalMs: number }) {
  const t = useT()
  return (
    <section className="move is-small" aria-label={t('move.back')}>
      <div className="move-words">
        <p>{t('move.back')}</p>
        <h2>{t('move.hall')}</h2>
        <p>
          <strong>{t('sub.nothingToDo')}</strong> {t('sub.talkOn')}
        </p>
      </div>
      <Countdown seconds={seconds} total={totalMs / 1000} />
    </section>
  )
}

const TURN = 2 * Math.PI * 44

/** The seconds as a number in a ring. Hidden from screen readers: the sentence of state counts for them. */
function Countdown({ seconds, total }: { seconds: number; total: number }) {
  const t = useT()
  const left = Math.min(1, seconds / Math.max(1, total))
  return (
    <div className="ring" aria-hidden="true">
      <svg viewBox="0 0 100 100">
        <circle className="ring-track" cx="50" cy="50" r="44" />
        <circle
          className="ring-left"
          cx="50"
          cy="50"
          r="44"
          strokeDasharray={`${TURN * left} ${TURN}`}
          transform="rotate(-90 50 50)"
        />
      </svg>
      <p>
        {seconds > 0 ? <strong>{seconds}</strong> : null}
        <span>{seconds > 0 ? t('move.seconds', { seconds }) : t('move.now')}</span>
      </p>
    </div>
  )
}
