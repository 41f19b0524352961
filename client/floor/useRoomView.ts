import { useShallow } from 'zustand/react/shallow'
import type { RoomId } from '../../shared/dialogue/model.ts'
import { useMedia } from '../media/store.ts'
import { useServerNow } from '../session/clock.ts'
import { presentIn } from '../session/present.ts'
import { useSession } from '../session/store.ts'
import type { RoomView } from './view.ts'

const nobody: string[] = []

/** The room as this person sees it now; a new value every second. Null until the state has come in. */
export function useRoomView(room: RoomId | null): RoomView | null {
  const now = useServerNow(1_000)
  const session = useSession(
    useShallow(({ state, me, connection, closed, backSince, speaking, presence, meter, mediaAvailable }) => ({
      state,
      me,
      connection,
      closed,
      backSince,
      presence,
      speaking: (room !== null && speaking[room]) || nobody,
      measured: room === null || !(meter?.gaps.includes(room) ?? false),
      mediaAvailable,
    })),
  )
  const media = useMedia(useShallow(({ status, room: at, microphone }) => ({ status, at, microphone })))
  const { state, presence, mediaAvailable, ...rest } = session
  if (!state || room === null) return null
  const off = !mediaAvailable || media.status === 'off' || media.status === 'trouble'
  return {
    ...rest,
    state,
    room,
    present: presentIn(state, { me: rest.me, presence }),
    now,
    media: { state: off ? 'off' : media.status === 'on' ? 'on' : 'connecting', at: media.at },
    microphoneOn: media.microphone === 'on',
  }
}
