import { lazy, Suspense, useEffect } from 'react'
import { atTables } from '../../shared/dialogue/places.ts'
import { RoomSound, setCamera, startMedia } from '../media/index.ts'
import { useSession } from '../session/store.ts'
import type { Choice } from './entry.ts'

const Room = lazy(() => import('../tables/Room.tsx'))
const Desk = lazy(() => import('../facilitate/Desk.tsx'))
const Organiser = lazy(() => import('../organise/Organiser.tsx'))

/** In: sound and picture begin, and the screen follows the role and where the meeting is. */
export default function InRoom({ choice }: { choice: Choice }) {
  useEffect(() => {
    startMedia({ microphone: false, camera: false })
    if (choice.camera) void setCamera(true)
  }, [choice.camera])
  return (
    <>
      <RoomSound />
      <Suspense fallback={null}>
        <Place />
      </Suspense>
    </>
  )
}

/** Facilitators sit in the plenary as everybody does; at the tables they have their desk. */
function Place() {
  const role = useSession(({ state, me }) => state?.people[me]?.role)
  const left = useSession(({ state, me }) => state?.people[me]?.left)
  const tables = useSession(({ state }) => state !== null && atTables(state.phase))
  if (role === 'organiser') return <Organiser />
  if (role === 'facilitator' && tables && !left) return <Desk />
  return <Room />
}
