export type Kind = 'microphone' | 'camera'

/** How a device went away: its track ended, or the system lets silence through (a telephone call, a mute key). */
export type Loss = 'gone' | 'held'

/** A system that mutes for less than this is not worth a word; what is said must be said within 2 s. */
const PASSING_MS = 1_000

/** The tracks of this device, opened once and kept warm so that a turn begins at once. They send nothing by themselves. */
export function createHeld() {
  const held: Record<Kind, MediaStreamTrack | null> = { microphone: null, camera: null }
  let tell: ((kind: Kind, loss: Loss) => void) | null = null

  function track(kind: Kind): MediaStreamTrack | null {
    const found = held[kind]
    return found?.readyState === 'live' ? found : null
  }

  function hold(kind: Kind, opened: MediaStreamTrack): void {
    held[kind] = opened
    opened.addEventListener('ended', () => look(kind, opened))
    // a camera is muted whenever a telephone shows something else, and comes back by itself
    if (kind === 'microphone')
      opened.addEventListener('mute', () => setTimeout(() => look(kind, opened), PASSING_MS))
  }

  function letGo(kind: Kind): void {
    held[kind]?.stop()
    held[kind] = null
  }

  function look(kind: Kind, opened: MediaStreamTrack): void {
    if (held[kind] !== opened) return
    const ended = opened.readyState === 'ended'
    if (!ended && !(kind === 'microphone' && opened.muted)) return
    letGo(kind)
    tell?.(kind, ended ? 'gone' : 'held')
  }

  function lookAtAll(): void {
    for (const kind of ['microphone', 'camera'] as const) if (held[kind]) look(kind, held[kind])
  }

  /** Not every browser says that a track ended, so what is plugged tells too. */
  function watch(onLoss: (kind: Kind, loss: Loss) => void): () => void {
    tell = onLoss
    navigator.mediaDevices?.addEventListener('devicechange', lookAtAll)
    return () => {
      tell = null
      navigator.mediaDevices?.removeEventListener('devicechange', lookAtAll)
    }
  }

  return { track, hold, letGo, watch }
}
