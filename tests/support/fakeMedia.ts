import type { Media, MediaListener } from '../../server/media/media.ts'
import { MediaAway } from '../../server/media/media.ts'
import { placeOf, roomVersion } from '../../shared/dialogue/places.ts'

/** Stands in for the SFU where a test is about something else; the real one has tests of its own. */
export interface FakeMedia extends Media {
  listeners: Set<MediaListener>
  setAvailable(available: boolean): void
  ended: string[]
  /** What devices said of their connections. */
  said: object[]
}

export function createFakeMedia(): FakeMedia {
  const listeners = new Set<MediaListener>()
  const ended: string[] = []
  const said: object[] = []
  let up = true
  let passes = 0
  return {
    listeners,
    ended,
    said,
    setAvailable(available) {
      up = available
      for (const listener of listeners) listener.available?.(available)
    },
    async pass(state, person, displaced) {
      if (displaced) said.push({ person, displaced })
      if (!up) throw new MediaAway('away')
      const room = placeOf(state, person)
      if (room === null) return null
      passes++
      return {
        url: 'ws://sfu',
        token: `token ${passes}`,
        room,
        version: roomVersion(state, room),
        lease: `lease ${passes}`,
      }
    },
    async trial() {
      if (!up) throw new MediaAway('away')
      return { url: 'ws://sfu', tokens: ['first', 'second'] }
    },
    passApart: async () => null,
    joined: (session, person, lease, connection) => void said.push({ session, person, lease, connection }),
    follow: () => undefined,
    dismiss: () => undefined,
    release: () => undefined,
    end: async (session) => void ended.push(session),
    available: () => up,
    on(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: async () => undefined,
  }
}
