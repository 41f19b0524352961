import { lineOf, type Place } from '../../core/room/line.ts'
import { floorOf, nameOf, type RoomView } from '../../core/room/view.ts'
import { useRoom } from '../../hooks/useRoom.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useT } from '../ui/text.tsx'

/** More than this stands as "en nog 3", so that the line never pushes the tiles away. */
const SHOWN = 5

interface Waiting extends Place {
  name: string
  me: boolean
}

/** Who comes after whom in a round, where nobody raises a hand and no tile has a number (F6). Nothing outside one. */
export function RoundLine() {
  const t = useT()
  const line = useRoom(roundLine)
  if (!line) return null
  return (
    <div className="dt-queue-line">
      <span className="dt-queue-title">{t('queue.seats')}</span>
      <ol className="dt-queue-chips" aria-label={t('queue.seats')}>
        {line.now === null ? null : (
          <li className="dt-queue-chip is-now">
            <Icon name="speak" />
            <bdi>{line.now}</bdi>
          </li>
        )}
        {line.shown.map((place) => (
          <Chip key={`${place.person} ${place.kind}`} place={place} />
        ))}
      </ol>
      {line.more > 0 ? <span className="dt-queue-title">{t('queue.more', { count: line.more })}</span> : null}
    </div>
  )
}

function roundLine(view: RoomView) {
  const { round, turn, consent } = floorOf(view)
  // who answers when stands beside the answers
  if (consent?.step === 'ask') return null
  const line = lineOf(view).filter(({ number, kept }) => number !== null && !kept)
  if (!round || line.length === 0) return null
  const mine = line.findIndex((place) => place.person === view.me)
  const count = Math.max(SHOWN, mine < SHOWN + 2 ? mine + 1 : SHOWN)
  const shown = line.slice(0, count).map((place): Waiting => ({
    ...place,
    name: nameOf(view, place.person),
    me: place.person === view.me,
  }))
  return { now: turn ? nameOf(view, turn.person) : null, shown, more: line.length - shown.length }
}

function Chip({ place: { number, name, me, typed } }: { place: Waiting }) {
  const t = useT()
  return (
    <li className={me ? 'dt-queue-chip is-me' : 'dt-queue-chip'}>
      <span className="dt-queue-number">{number}</span>
      <bdi>{me ? t('queue.you') : name}</bdi>
      {typed ? <Typed /> : null}
    </li>
  )
}

function Typed() {
  const t = useT()
  return (
    <span className="dt-queue-typed">
      <Icon name="keyboard" />
      {t('tile.types')}
    </span>
  )
}
