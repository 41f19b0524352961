import { Suspense } from 'react'
import { useRoom } from '../../hooks/useRoom.tsx'
import { useSession } from '../../hooks/useSession.ts'
import { CaptionField, CaptionLane } from './later.ts'

/** Where an interpreter writes along: their own field, and for everybody else in the room what they wrote. Nothing until there is. */
export function Captions() {
  const room = useRoom((view) => view.room)
  const writes = useRoom(({ state, me }) => state.people[me]?.role === 'interpreter')
  const isThere = useSession(({ captions }) => (captions[room]?.length ?? 0) > 0)
  if (!writes && !isThere) return null
  return <Suspense fallback={null}>{writes ? <CaptionField /> : <CaptionLane room={room} />}</Suspense>
}
