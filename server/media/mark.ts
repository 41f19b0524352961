import { RoomEvent, type Room } from '@livekit/rtc-node'

/** The library says that a connection was made anew before it knows what the SFU calls it, and says nothing when it does. */
const LOOK_MS = 200

/** Tells the SFU's mark of this connection: at first, and each time it is another. Ends with the room. */
export function followMark(room: Room, tell: (connection: string) => void): void {
  let told = ''
  const look = () => {
    const mark = room.localParticipant?.sid ?? ''
    if (mark !== '' && mark !== told) tell((told = mark))
  }
  const looking = setInterval(look, LOOK_MS)
  looking.unref()
  room.once(RoomEvent.Disconnected, () => clearInterval(looking))
  look()
}
