import { startTransition, Suspense, useEffect, useRef, useState } from 'react'
import { atTables } from '../../shared/dialogue/places.ts'
import { useDialogue } from '../hooks/DialogueProvider.tsx'
import { useSession } from '../hooks/useSession.ts'
import { RoomSound } from '../parts/media/RoomSound.tsx'
import { useT } from '../parts/ui/text.tsx'
import { useCopyNotices } from './copyNotices.ts'
import type { Choice } from './join/entry.ts'
import { Desk, Organiser, Room } from './places.ts'
import { useArrival } from './shell/arrival.ts'
import { useTitle } from './shell/title.ts'

/** In: sound and picture begin, and the screen follows the role and where the meeting is. */
export function InRoom({ choice }: { choice: Choice }) {
  useDevices(choice.camera)
  const begun = useBegun()
  useCopyNotices()
  return (
    <>
      <RoomSound />
      {begun ? (
        <Suspense fallback={null}>
          <Place />
          <Arrived />
        </Suspense>
      ) : null}
    </>
  )
}

/**
 * The pass for sound and picture is asked for first, and the room is drawn in slices while that is on its way: drawing it in one go
 * would keep the answer waiting.
 */
function useBegun(): boolean {
  const [begun, setBegun] = useState(false)
  useEffect(() => startTransition(() => setBegun(true)), [])
  return begun
}

/** Sound and picture run while this person takes part; after leaving, and at the end, the devices are let go. */
function useDevices(camera: boolean): void {
  const { media } = useDialogue()
  const again = useRef(false)
  const out = useSession(
    ({ state, me }) => state?.phase.name === 'ended' || (state?.people[me]?.left ?? false),
  )
  useEffect(() => {
    if (out) return
    const wanted = again.current ? media.store.getState().wantsCamera : camera
    again.current = true
    media.start({ camera: false })
    if (wanted) void media.setCamera(true)
    return media.stop
  }, [media, out, camera])
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
  useTitle(`${title} · ${t('app.name')}`)
  return null
}
