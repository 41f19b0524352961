import type { PersonId } from '../../../shared/dialogue/model.ts'
import { useMedia } from '../../hooks/useMedia.ts'
import { useRoom } from '../../hooks/useRoom.tsx'
import { useSession } from '../../hooks/useSession.ts'
import { tileOf, type TileView } from './tiles.ts'

const NOBODY: PersonId[] = []

/** What one person's tile says, with what is known of their device. */
export function useTile(person: PersonId): TileView {
  const room = useRoom((view) => view.room)
  const presence = useSession((session) => session.presence)
  const typing = useSession((session) => session.typing[room] ?? NOBODY)
  const pictures = useMedia((media) => media.pictures)
  return useRoom((view) => tileOf(person, view, { presence, typing, pictures }))
}
