import type { CSSProperties } from 'react'
import { peopleIn } from '../../../shared/dialogue/places.ts'
import type { PersonId } from '../../../shared/dialogue/model.ts'
import type { RoomView } from '../../core/room/view.ts'
import { useRoom } from '../../hooks/useRoom.tsx'
import { Captions } from '../captions/Captions.tsx'
import { RoundLine } from '../floor/RoundLine.tsx'
import { TypedTurns } from '../floor/TypedTurns.tsx'
import { useT } from '../ui/text.tsx'
import { columnsAt, seatsAt } from './columns.ts'
import { OpeningQuestion } from './OpeningQuestion.tsx'
import { Tile } from './Tile.tsx'
import { shownIn } from './tiles.ts'

/** Everybody who has a tile in this room, in the fixed order. */
export const peopleShown = ({ state, room }: RoomView): PersonId[] =>
  shownIn(state, peopleIn(state, room), room)

/** The talk at a table: everybody in equal tiles that fill the room, in a fixed order. */
export function Table() {
  const t = useT()
  const people = useRoom(peopleShown)
  const { beside, alone } = columnsAt(useRoom(({ state, room }) => seatsAt(state, room)))
  return (
    <>
      <OpeningQuestion />
      <Captions />
      <ol
        className="dt-tiles is-fit"
        aria-label={t('tiles.table')}
        style={{ '--dt-columns-beside': beside, '--dt-columns-alone': alone } as CSSProperties}
      >
        {people.map((person) => (
          <Tile key={person} person={person} />
        ))}
      </ol>
      <TypedTurns />
      <RoundLine />
    </>
  )
}
