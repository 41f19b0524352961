import type { PersonId, Table } from '../../../shared/dialogue/model.ts'
import { nameOf, secondsUntil, type RoomView } from '../../core/room/view.ts'
import { useRoom } from '../../hooks/useRoom.tsx'
import { tableOf } from '../floor/sentence.ts'
import { useT } from '../ui/text.tsx'
import { RoleTag } from './RoleTag.tsx'
import './moving.css'

/** A move of this person is announced: to a table, or back from one. */
export function isMoving({ state: { phase }, room }: RoomView): boolean {
  return phase.name === 'announced' || (phase.name === 'recalling' && room !== 'plenary')
}

/**
 * What is about to happen, above the room one still sees: the person has nothing to do (T2).
 * The words are also the sentence of state, which says them aloud; here the seconds are drawn.
 */
export function Moving() {
  const phase = useRoom((view) => view.state.phase.name)
  if (phase === 'announced') return <ToTable />
  return phase === 'recalling' ? <Back /> : null
}

interface Destination extends Pick<Table, 'number' | 'role'> {
  leader: string | null
  /** Who will sit there, in the fixed order of the seats; whoever guides comes last. */
  people: { id: PersonId; name: string; me: boolean }[]
}

function destinationOf(view: RoomView): Destination | null {
  const { seating, tables, order, people } = view.state
  const table = tables[tableOf(view)?.id ?? '']
  if (!table) return null
  const { number, role, facilitators } = table
  const seated = order.filter((id) => seating?.seats[id] === table.id && !facilitators.includes(id))
  return {
    number,
    role,
    leader: facilitators[0] === undefined ? null : nameOf(view, facilitators[0]),
    people: [...seated, ...facilitators]
      .flatMap((id) => people[id] ?? [])
      .map(({ id, name }) => ({ id, name, me: id === view.me })),
  }
}

function ToTable() {
  const t = useT()
  const to = useRoom(destinationOf)
  const total = useRoom((view) => view.state.settings.announceMs)
  if (!to) return <p className="dt-move is-small">{t('move.noSeat')}</p>
  return (
    <section className="dt-move" aria-label={t('move.to')}>
      <div className="dt-move-words">
        <p>{t('move.to')}</p>
        <h2>{t('room.table', { number: to.number })}</h2>
        <RoleTag role={to.role} />
        <p className="dt-move-line">{t(`roleLine.${to.role}`)}</p>
        <p>
          {to.leader === null ? null : `${t('sub.lead', { name: to.leader })} `}
          {t('move.media')}
        </p>
      </div>
      <Countdown totalMs={total} />
      <ul className="dt-move-people" aria-label={t('move.people')}>
        {to.people.map(({ id, name, me }) => (
          <li key={id} className={me ? 'is-me' : undefined}>
            <bdi>{me ? t('queue.you') : name}</bdi>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Back() {
  const t = useT()
  const total = useRoom((view) => view.state.settings.recallMs)
  return (
    <section className="dt-move is-small" aria-label={t('move.back')}>
      <div className="dt-move-words">
        <p>{t('move.back')}</p>
        <h2>{t('move.hall')}</h2>
        <p>{t('sub.nothingToDo')}</p>
      </div>
      <Countdown totalMs={total} />
    </section>
  )
}

const secondsLeft = ({ state: { phase }, now }: RoomView): number =>
  'deadline' in phase ? secondsUntil(phase.deadline, now) : 0

const TURN = 2 * Math.PI * 44

/** The seconds as a number in a ring. Hidden from screen readers: the sentence of state counts for them. */
function Countdown({ totalMs }: { totalMs: number }) {
  const t = useT()
  const seconds = useRoom(secondsLeft)
  const left = Math.min(1, seconds / Math.max(1, totalMs / 1000))
  return (
    <div className="dt-ring" aria-hidden="true">
      <svg viewBox="0 0 100 100">
        <circle className="dt-ring-track" cx="50" cy="50" r="44" />
        <circle
          className="dt-ring-left"
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
