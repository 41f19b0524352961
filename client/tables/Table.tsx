import { peopleIn } from '../../shared/dialogue/places.ts'
import { QueueLine } from '../floor/QueueLine.tsx'
import { TypedTurns } from '../floor/TypedTurns.tsx'
import type { RoomView } from '../floor/view.ts'
import { useT } from '../ui/text.tsx'
import { Tile } from './Tile.tsx'
import { shownIn } from './tiles.ts'
import { useTiles } from './useTiles.ts'

/** The talk at a table: everybody in equal tiles in a fixed order, and the line of speakers under them. */
export function Table({ view }: { view: RoomView }) {
  const t = useT()
  const tile = useTiles(view)
  const people = shownIn(view.state, peopleIn(view.state, view.room), view.room)
  return (
    <>
      <ol className="tiles" aria-label={t('tiles.table')} data-count={Math.min(people.length, 12)}>
        {people.map((person) => (
          <Tile key={person} tile={tile(person)} />
        ))}
      </ol>
      <TypedTurns view={view} />
      <QueueLine view={view} />
    </>
  )
}
