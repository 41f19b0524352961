import { Icon } from '../ui/Icon.tsx'
import { useT } from '../ui/text.tsx'
import { isNumbered, lineOf, nextOf, type Place } from './line.ts'
import { floorOf, nameOf, type RoomView } from './view.ts'

/** More than this stands as "en nog 3", so that the line never pushes the tiles away. */
const SHOWN = 5

/** Who comes next, the same on every screen (F1). Nothing when nobody waits. */
export function QueueLine({ view }: { view: RoomView }) {
  const t = useT()
  const floor = floorOf(view)
  const next = nextOf(view)
  // a point of order stands apart (F3), until nobody else is called before it
  const line = lineOf(view).filter(
    ({ number, person, kind }) => number !== null || (next?.person === person && next.kind === kind),
  )
  if (line.length === 0) return null
  const numbered = isNumbered(floor)
  const mine = line.findIndex((place) => place.person === view.me)
  const shown = line.slice(0, Math.max(SHOWN, mine < SHOWN + 2 ? mine + 1 : SHOWN))
  const title = floor.round ? 'queue.seats' : numbered ? 'queue.next' : 'queue.waiting'
  return (
    <div className="queue-line">
      <span className="queue-title">{t(title)}</span>
      <ol className="queue-chips" aria-label={t(title)}>
        {floor.round && floor.turn ? (
          <li className="queue-chip is-now">
            <Icon name="speak" />
            {nameOf(view, floor.turn.person)}
          </li>
        ) : null}
        {shown.map((place) => (
          <Chip
            key={`${place.person} ${place.kind}`}
            place={place}
            number={numbered ? place.number : null}
            view={view}
          />
        ))}
      </ol>
      {line.length > shown.length ? (
        <span className="queue-title">{t('queue.more', { count: line.length - shown.length })}</span>
      ) : null}
    </div>
  )
}

function Chip({ place, number, view }: { place: Place; number: number | null; view: RoomView }) {
  const t = useT()
  const me = place.person === view.me
  const name = nameOf(view, place.person)
  const words = place.kept
    ? t(me ? 'queue.oldPlace' : 'queue.kept', me ? {} : { name })
    : me
      ? t('queue.you')
      : name
  const look = place.kept ? ' is-kept' : me ? ' is-me' : ''
  return (
    <li className={`queue-chip${look}`}>
      {number === null ? (
        <Icon name={place.kind === 'process' ? 'help' : 'hand'} />
      ) : (
        <span className="queue-number">{number}</span>
      )}
      {words}
      {place.typed && !place.kept ? <Typed /> : null}
    </li>
  )
}

function Typed() {
  const t = useT()
  return (
    <span className="queue-typed">
      <Icon name="keyboard" />
      {t('tile.types')}
    </span>
  )
}
