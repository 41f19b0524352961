import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { RoomServiceClient, TrackType, type ParticipantInfo } from 'livekit-server-sdk'
import type { Product } from './product.ts'

/** The SFU itself, asked directly: what is really so, whatever the server thinks. */
export interface SfuView {
  /** Where its clients connect. */
  url: string
  participants(): Promise<ParticipantInfo[]>
  /** Is somebody connected under this identity? */
  has(identity: string): Promise<boolean>
  /** Sound of this person that is let through and not muted. */
  sounding(person: string): Promise<boolean>
  /** As an administrator would; the SFU refuses. */
  unmute(identity: string, trackSid: string): Promise<unknown>
  pid(): number
  /** Where it is, and what opens it. */
  address(): { port: number; apiKey: string; apiSecret: string }
}

interface Run {
  sfu: { pid: number; port: number; apiKey: string; apiSecret: string }
}

export function sfuOf(product: Product): SfuView {
  const run = () => JSON.parse(readFileSync(join(product.data, 'run.json'), 'utf8')) as Run
  const { port, apiKey, apiSecret } = run().sfu
  const service = new RoomServiceClient(`http://127.0.0.1:${port}`, apiKey, apiSecret)
  async function participants() {
    const rooms = await service.listRooms()
    return (await Promise.all(rooms.map(({ name }) => service.listParticipants(name)))).flat()
  }
  return {
    url: `ws://127.0.0.1:${port}`,
    participants,
    has: async (identity) => (await participants()).some((one) => one.identity === identity),
    sounding: async (person) =>
      (await participants()).some(
        ({ identity, tracks }) =>
          identity.startsWith(`${person}:`) &&
          tracks.some((track) => track.type === TrackType.AUDIO && !track.muted),
      ),
    async unmute(identity, trackSid) {
      const rooms = await service.listRooms()
      const found = await Promise.all(rooms.map(({ name }) => service.listParticipants(name)))
      const room = rooms[found.findIndex((people) => people.some((one) => one.identity === identity))]
      return service.mutePublishedTrack(room?.name ?? '', identity, trackSid, false)
    },
    pid: () => run().sfu.pid,
    address: () => run().sfu,
  }
}
