import type { CSSProperties } from 'react'
import { useRoom } from '../../hooks/useRoom.tsx'
import { Captions } from '../captions/Captions.tsx'
import { RoundLine } from '../floor/RoundLine.tsx'
import { TypedTurns } from '../floor/TypedTurns.tsx'
import { useT } from '../ui/text.tsx'
import { columnsAt, seatsAt } from './columns.ts'
import { OpeningQuestion } from './OpeningQuestion.tsx'
import { Interpreters, seatedIn } from './Interpreters.tsx'
import { Tile } from './Tile.tsx'

/** The talk at a table: everybody in equal tiles that fill the room, in a fixed order. */
export function Table() {
  const t = useT()
  const people = useRoom(seatedIn)
  const { beside, alone } = columnsAt(useRoom(({ state, room }) => seatsAt(state, room)))
  return (
    <>
      <OpeningQuestion />
      <Captions />
      <div className="dt-table">
        <Interpreters />
        <ol
          className="dt-tiles is-fit"
          aria-label={t('tiles.table')}
          style={{ '--dt-columns-beside': beside, '--dt-columns-alone': alone } as CSSProperties}
        >
          {people.map((person) => (
            <Tile key={person} person={person} />
          ))}
        </ol>
      </div>
      <TypedTurns />
      <RoundLine />
    </>
  )
}
