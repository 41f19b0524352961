import { createContext, useContext, useMemo, useSyncExternalStore, type ReactNode } from 'react'
import type { RoomId } from '../../shared/dialogue/model.ts'
import { followRoom, type RoomFollowed } from '../core/room/roomView.ts'
import type { RoomView } from '../core/room/view.ts'
import { useDialogue } from './DialogueProvider.tsx'
import { useSame } from './useSame.ts'

const Followed = createContext<RoomFollowed | null>(null)

/** The room everything below it is about; nothing is drawn until it is known. */
export function RoomProvider({ room, children }: { room: RoomId; children: ReactNode }) {
  const client = useDialogue()
  const followed = useMemo(() => followRoom(client, room), [client, room])
  const known = useSyncExternalStore(followed.subscribe, () => followed.getState() !== null)
  return known ? <Followed value={followed}>{children}</Followed> : null
}

function useFollowed(): RoomFollowed {
  const followed = useContext(Followed)
  if (!followed) throw new Error('outside a RoomProvider')
  return followed
}

const viewNow = (followed: RoomFollowed): RoomView => {
  const view = followed.getState()
  if (!view) throw new Error('the state is not here yet')
  return view
}

/** What of the room is selected; drawn again only when that differs, whatever else happens and however often it ticks. */
export function useRoom<T>(select: (view: RoomView) => T): T {
  const followed = useFollowed()
  const same = useSame(select)
  return useSyncExternalStore(followed.subscribe, () => same(viewNow(followed)))
}

/** The room as it is at the moment one asks: for what is done by a press. */
export function useRoomNow(): () => RoomView {
  const followed = useFollowed()
  return () => viewNow(followed)
}
