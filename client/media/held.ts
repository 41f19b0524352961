export type Kind = 'microphone' | 'camera'

/** How a device went away: its track ended, or the system lets silence through (a telephone call, a mute key). */
export type Loss = 'gone' | 'held'

/** A system that mutes for less than this is not worth a word; what is said must be said within 2 s. */
const PASSING_MS = 1_000

/** The tracks of this device, opened once and kept warm so that a turn begins at once. They send nothing by themselves. */
const held: Record<Kind, MediaStreamTrack | null> = { microphone: null, camera: null }
let tell: ((kind: Kind, loss: Loss) => void) | null = null

export function heldTrack(kind: Kind): MediaStreamTrack | null {
  const track = held[kind]
  return track?.readyState === 'live' ? track : null
}

export function hold(kind: Kind, track: MediaStreamTrack): void {
  held[kind] = track
  track.addEventListener('ended', () => look(kind, track))
  // a camera is muted whenever a telephone shows something else, and comes back by itself
  if (kind === 'microphone')
    track.addEventListener('mute', () => setTimeout(() => look(kind, track), PASSING_MS))
}

/** Lets the device go, so that its light goes out. */
export function letGo(kind: Kind): void {
  held[kind]?.stop()
  held[kind] = null
}

function look(kind: Kind, track: MediaStreamTrack): void {
  if (held[kind] !== track) return
  const ended = track.readyState === 'ended'
  if (!ended && !(kind === 'microphone' && track.muted)) return
  letGo(kind)
  tell?.(kind, ended ? 'gone' : 'held')
}

function lookAtAll(): void {
  for (const kind of ['microphone', 'camera'] as const) if (held[kind]) look(kind, held[kind])
}

/** Tells when a device that is held goes away. Not every browser says that a track ended, so what is plugged tells too. */
export function watchHeld(onLoss: (kind: Kind, loss: Loss) => void): () => void {
  tell = onLoss
  navigator.mediaDevices?.addEventListener('devicechange', lookAtAll)
  return () => {
    tell = null
    navigator.mediaDevices?.removeEventListener('devicechange', lookAtAll)
  }
}

/** Does a track that was just opened bring sound? Some begin muted for a moment. */
export async function brings(track: MediaStreamTrack): Promise<boolean> {
  if (!track.muted) return true
  await new Promise((resolve) => {
    track.addEventListener('unmute', resolve, { once: true })
    setTimeout(resolve, PASSING_MS)
  })
  return !track.muted
}
