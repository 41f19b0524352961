import { floorOf } from '../../core/room/view.ts'
import { useRoom } from '../../hooks/useRoom.tsx'
import { useSession } from '../../hooks/useSession.ts'
import type { DeskRoom } from './queueRows.ts'

const NOTHING: DeskRoom['balance'] = { people: [], others: {} }

/** What of the room is selected, as whoever leads it knows it: with the balance, by which quiet people go first (F6). */
export function useDesk<T>(select: (desk: DeskRoom) => T): T {
  const room = useRoom((view) => view.room)
  const balance = useSession(({ meter }) => meter?.rooms.find((entry) => entry.room === room)) ?? NOTHING
  return useRoom((view) => {
    const { state, present, now } = view
    return select({ state, room, floor: floorOf(view), present, balance, now })
  })
}
