import { Suspense } from 'react'
import { useRoom } from '../../hooks/useRoom.tsx'
import { useSession } from '../../hooks/useSession.ts'
import { Button } from '../ui/Button.tsx'
import { useRemembered } from '../ui/remembered.ts'
import { useT } from '../ui/text.tsx'
import { CaptionField, CaptionLane } from './later.ts'

/** Where an interpreter writes along, and for everybody else in the room what they wrote. Nothing until there is. */
export function Captions() {
  const room = useRoom((view) => view.room)
  const interprets = useRoom(({ state, me }) => state.people[me]?.role === 'interpreter')
  const isThere = useSession(({ captions }) => (captions[room]?.length ?? 0) > 0)
  if (interprets) return <Writing />
  return isThere ? (
    <Suspense fallback={null}>
      <CaptionLane room={room} />
    </Suspense>
  ) : null
}

/** Whoever interprets in signs writes nothing: the field comes by a press. */
function Writing() {
  const t = useT()
  const [writes, setWrites] = useRemembered('writes', false)
  if (writes) {
    return (
      <Suspense fallback={null}>
        <CaptionField />
      </Suspense>
    )
  }
  return (
    <div>
      <Button icon="keyboard" onPress={() => setWrites(true)}>
        {t('own.write')}
      </Button>
    </div>
  )
}
