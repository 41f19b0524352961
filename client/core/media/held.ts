export type Kind = 'microphone' | 'camera'

/**
 * How a device went away: its track ended, the system lets silence through (a telephone call, a mute key), or whoever it belongs to was
 * away and is back.
 */
export type Loss = 'gone' | 'held' | 'away'

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
    // another press was answered meanwhile: one of the two stays
    letGo(kind)
    held[kind] = opened
    opened.addEventListener('ended', () => look(kind, opened))
    // a camera is muted whenever a telephone shows something else, and comes back by itself
    if (kind === 'microphone') watchMuting(opened)
  }

  /** A page may stand still while its system mutes it, and hear of the end first: then the time that went by says it. */
  function watchMuting(opened: MediaStreamTrack): void {
    let since: number | null = null
    opened.addEventListener('mute', () => {
      since ??= Date.now()
      setTimeout(() => look('microphone', opened), PASSING_MS)
    })
    opened.addEventListener('unmute', () => {
      const long = since !== null && Date.now() - since >= PASSING_MS
      since = null
      if (long) lose('microphone', opened, 'held')
    })
  }

  function letGo(kind: Kind): void {
    held[kind]?.stop()
    held[kind] = null
  }

  function look(kind: Kind, opened: MediaStreamTrack): void {
    if (opened.readyState === 'ended') lose(kind, opened, 'gone')
    else if (kind === 'microphone' && opened.muted) lose(kind, opened, 'held')
  }

  function lose(kind: Kind, opened: MediaStreamTrack, loss: Loss): void {
    if (held[kind] !== opened) return
    letGo(kind)
    tell?.(kind, loss)
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
