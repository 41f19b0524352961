import type { PersonId } from '../../../shared/dialogue/model.ts'
import type { RoomView } from '../../core/room/view.ts'
import { useRoom } from '../../hooks/useRoom.tsx'
import { useT } from '../ui/text.tsx'
import { Tile } from './Tile.tsx'
import { peopleShown } from './tiles.ts'
import './interpreters.css'

const interprets = ({ state }: RoomView, person: PersonId): boolean =>
  state.people[person]?.role === 'interpreter'

/** Everybody else who has a tile in this room, in the fixed order. */
export const seatedIn = (view: RoomView): PersonId[] =>
  peopleShown(view).filter((person) => !interprets(view, person))

const interpretersIn = (view: RoomView): PersonId[] =>
  peopleShown(view).filter((person) => interprets(view, person))

/** Interpreters have a place of their own, in the main room and at a table, that never moves and stays in sight. */
export function Interpreters() {
  const t = useT()
  const people = useRoom(interpretersIn)
  if (people.length === 0) return null
  return (
    <section className="dt-interpreters" aria-label={t('lectern.interpreter')}>
      <ul className="dt-tiles is-one">
        {people.map((person) => (
          <Tile key={person} person={person} />
        ))}
      </ul>
    </section>
  )
}
