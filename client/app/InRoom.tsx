import { lazy, Suspense, useEffect, useRef } from 'react'
import { atTables } from '../../shared/dialogue/places.ts'
import { RoomSound, setCamera, startMedia, stopMedia, useMedia } from '../media/index.ts'
import { useSession } from '../session/store.ts'
import { useT } from '../ui/text.tsx'
import { useArrival } from './arrival.ts'
import type { Choice } from './entry.ts'
import { useCopyNotices } from './copyNotices.ts'

const loadTables = () => import('../tables/Room.tsx')
const loadDesk = () => import('../facilitate/Desk.tsx')
const Room = lazy(loadTables)
const Desk = lazy(loadDesk)
const Organiser = lazy(() => import('../organise/Organiser.tsx'))

/** Fetches where this person may come to sit, so that a move waits for no file. */
export async function loadPlaces(): Promise<void> {
  const { state, me } = useSession.getState()
  const role = state?.people[me]?.role
  if (role === 'organiser') return
  await loadTables()
  if (role === 'facilitator') await loadDesk()
}

/** In: sound and picture begin, and the screen follows the role and where the meeting is. */
export default function InRoom({ choice }: { choice: Choice }) {
  useDevices(choice.camera)
  useCopyNotices()
  return (
    <>
      <RoomSound />
      <Suspense fallback={null}>
        <Place />
        <Arrived />
      </Suspense>
    </>
  )
}

/** Sound and picture run while this person takes part; after leaving, and at the end, the devices are let go. */
function useDevices(camera: boolean): void {
  const again = useRef(false)
  const out = useSession(
    ({ state, me }) => state?.phase.name === 'ended' || (state?.people[me]?.left ?? false),
  )
  useEffect(() => {
    if (out) return
    const wanted = again.current ? useMedia.getState().wantsCamera : camera
    again.current = true
    startMedia({ camera: false })
    if (wanted) void setCamera(true)
    return stopMedia
  }, [out, camera])
}

/** Facilitators sit in the plenary as everybody does; at the tables they have their desk. */
function Place() {
  const role = useSession(({ state, me }) => state?.people[me]?.role)
  const left = useSession(({ state, me }) => state?.people[me]?.left)
  const tables = useSession(({ state }) => state !== null && atTables(state.phase))
  if (role === 'organiser') return <Organiser />
  if (role === 'facilitator' && tables && !left) return <Desk />
  return (
    <>
      <Room />
      <RoomTitle />
    </>
  )
}

/** Beside the place, so that it comes only when the place is there. */
function Arrived() {
  useArrival()
  return null
}

/** The window is named after the dialogue; the desks name theirs themselves. */
function RoomTitle() {
  const t = useT()
  const title = useSession(({ state }) => state?.dialogue.title ?? '')
  useEffect(() => {
    document.title = `${title} · ${t('app.name')}`
  }, [title, t])
  return null
}
