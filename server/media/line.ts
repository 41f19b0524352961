/**
 * The library's own line to its native half, for what that half can do and the library has no word for: statistics per track,
 * muting a track of one's own, and how much sound may wait in it.
 */
interface Line {
  on(event: 'ffi_event', hear: (told: Told) => void): unknown
  off(event: 'ffi_event', hear: (told: Told) => void): unknown
  getNextRequestAsyncId(): bigint
  request(request: Request): unknown
}
interface Request {
  message: { case: 'getStats' | 'localTrackMute' | 'newAudioStream'; value: object }
}

export interface Told {
  message: { case?: string; value?: object }
}

/** Null until the library has been used. */
export function nativeLine(): Line | null {
  return (Reflect.get(globalThis, '_ffiClientInstance') as Line | undefined) ?? null
}

/** `open` makes a stream of sound, of which `frames` (10 ms each) may wait to be fetched: a tenth of a second otherwise, and the rest is lost. */
export function withQueue<T>(frames: number, open: () => T): T {
  const line = nativeLine()
  if (!line) return open()
  const request = line.request
  line.request = (asked) => {
    if (asked.message.case === 'newAudioStream')
      Object.assign(asked.message.value, { queueSizeFrames: frames })
    return request.call(line, asked)
  }
  try {
    return open()
  } finally {
    line.request = request
  }
}
