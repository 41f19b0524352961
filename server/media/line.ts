/**
 * The library's own line to its native half, for what that half can do and the library has no word for: statistics per track, and
 * muting a track of one's own.
 */
interface Line {
  on(event: 'ffi_event', hear: (told: Told) => void): unknown
  off(event: 'ffi_event', hear: (told: Told) => void): unknown
  getNextRequestAsyncId(): bigint
  request(request: { message: { case: 'getStats' | 'localTrackMute'; value: object } }): unknown
}

export interface Told {
  message: { case?: string; value?: object }
}

/** Null until the library has been used. */
export function nativeLine(): Line | null {
  return (Reflect.get(globalThis, '_ffiClientInstance') as Line | undefined) ?? null
}
