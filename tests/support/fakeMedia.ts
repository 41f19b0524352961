import type { Media, MediaListener } from '../../server/media/media.ts'
import { MediaAway } from '../../server/media/media.ts'
import { placeOf, roomVersion } from '../../shared/dialogue/places.ts'

/** Stands in for the SFU where a test is about something else; the real one has tests of its own. */
export interface FakeMedia extends Media {
  listeners: Set<MediaListener>
  setAvailable(available: boolean): void
  ended: string[]
}

export function createFakeMedia(): FakeMedia {
  const listeners = new Set<MediaListener>()
  const ended: string[] = []
  let up = true
  return {
    listeners,
    ended,
    setAvailable(available) {
      up = available
      for (const listener of listeners) listener.available?.(available)
    },
    async pass(state, person) {
      if (!up) throw new MediaAway('away')
      const room = placeOf(state, person)
      if (room === null) return null
      return { url: 'ws://sfu', token: 'token', room, version: roomVersion(state, room), lease: 'lease' }
    },
    follow: () => undefined,
    dismiss: () => undefined,
    end: async (session) => void ended.push(session),
    available: () => up,
    on(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: async () => undefined,
  }
}
