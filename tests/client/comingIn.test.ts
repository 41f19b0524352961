import { expect, test, vi } from 'vitest'
import { RoomEvent, Track } from 'livekit-client'
import { connect } from '../../client/core/media/livekit.ts'

/** The SDK's room, played by hand: who is there is known before the line is. */
const room = vi.hoisted(() => ({
  people: new Map<string, object>(),
  told: {} as Record<string, () => void>,
  /** What was asked for, in order, and when the line was there. */
  happened: [] as string[],
}))

vi.mock('livekit-client', async (original) => ({
  ...(await original<typeof import('livekit-client')>()),
  Room: class {
    remoteParticipants = room.people
    localParticipant = { sid: 'PA_own', permissions: null, getTrackPublication: () => undefined }
    engine = this
    on(event: string, hear: () => void) {
      room.told[event] = hear
    }
    once = this.on
    async connect() {
      room.told[RoomEvent.SignalConnected]?.()
      await Promise.resolve()
      room.happened.push('connected')
    }
  },
}))

function isThere(person: string): void {
  const publications = [
    [Track.Source.Microphone, Track.Kind.Audio],
    [Track.Source.Camera, Track.Kind.Video],
    [Track.Source.ScreenShare, Track.Kind.Video],
  ].map(([source, kind]) => {
    const publication = {
      source,
      kind,
      isDesired: false,
      setSubscribed(wanted: boolean) {
        publication.isDesired = wanted
        room.happened.push(`${wanted ? 'take' : 'leave'} ${source} of ${person}`)
      },
    }
    return publication
  })
  room.people.set(person, {
    identity: `${person}:lease`,
    trackPublications: new Map(publications.map((one) => [one.source, one])),
  })
}

test('what may be heard is asked for while the line is made, and nothing else; pictures come after it', async () => {
  isThere('Ans')
  isThere('Bram')
  isThere('Cees')
  const events = { changed: () => {}, trouble: () => {}, marked: () => {}, lost: () => {} }
  const audience = {
    hear: (person: string) => person === 'Ans',
    expect: (person: string) => person === 'Bram',
    see: () => true,
    screens: true,
  }
  const pass = { url: '', token: '', lease: '', room: 'plenary', version: 0 }
  const connection = await connect(pass, events, audience)
  expect(room.happened).toEqual(['take microphone of Ans', 'take microphone of Bram', 'connected'])
  connection.receive({ ...audience, screens: false })
  expect(room.happened.slice(3).toSorted()).toEqual([
    'take camera of Ans',
    'take camera of Bram',
    'take camera of Cees',
  ])
})
