import { useShallow } from 'zustand/react/shallow'
import type { PersonId } from '../../shared/dialogue/model.ts'
import { useMedia } from '../media/store.ts'
import { useSession } from '../session/store.ts'
import type { RoomView } from '../floor/view.ts'
import { tileOf, type TileView } from './tiles.ts'

const nobody: PersonId[] = []

/** Turns people into tiles, with what is known of their devices. */
export function useTiles(view: RoomView): (person: PersonId) => TileView {
  const { presence, typing } = useSession(
    useShallow((session) => ({ presence: session.presence, typing: session.typing[view.room] ?? nobody })),
  )
  const pictures = useMedia((media) => media.pictures)
  return (person) => tileOf(person, view, { presence, typing, pictures })
}
