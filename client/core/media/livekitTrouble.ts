import { ConnectionState, RoomEvent, type Room } from 'livekit-client'

const LOOK_MS = 1_000
/** So many looks in a row: Wi-Fi that hesitates is back before. */
const PATIENT_LOOKS = 3

/**
 * Tells that sound and picture are gone, and that they are back, until the returned function is called. The SDK itself says so only of a
 * connection that it makes anew: half a minute after the packets lost their way, when all that could be mended has been tried.
 */
export function watchTrouble(room: Room, tell: (trouble: boolean) => void): () => void {
  let looks = 0
  let troubled = false

  function settle(): void {
    const now = room.state === ConnectionState.Reconnecting || looks >= PATIENT_LOOKS
    if (now === troubled) return
    troubled = now
    tell(now)
  }

  function look(): void {
    const ways = waysOf(room)
    if (ways.some((way) => way === 'disconnected' || way === 'failed')) looks += 1
    // another way is being tried: what was so stays so
    else if (!ways.includes('checking')) looks = 0
    settle()
  }

  room.on(RoomEvent.Reconnecting, settle)
  room.on(RoomEvent.Reconnected, look)
  const timer = setInterval(look, LOOK_MS)
  return () => clearInterval(timer)
}

/** How packets do on their way out and in. The line to the SFU may be whole meanwhile, and one that is gone stops no packet. */
const waysOf = ({ engine: { pcManager } }: Room): (RTCIceConnectionState | undefined)[] => [
  pcManager?.publisher.getICEConnectionState(),
  pcManager?.subscriber?.getICEConnectionState(),
]
