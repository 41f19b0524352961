import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { RoomServiceClient, ServerError, TrackType, type ParticipantInfo } from 'livekit-server-sdk'
import type { Product } from './product.ts'

/** The SFU itself, asked directly: what is really so, whatever the server thinks. */
export interface SfuView {
  /** Where its clients connect. */
  url: string
  /** Who is in which room, by its name. One that goes meanwhile has nobody. */
  rooms(): Promise<Map<string, ParticipantInfo[]>>
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
  async function rooms() {
    const names = (await service.listRooms()).map(({ name }) => name)
    const people = await Promise.all(names.map((name) => service.listParticipants(name).catch(nobodyIfGone)))
    return new Map(names.map((name, index) => [name, people[index] ?? []]))
  }
  const participants = async () => [...(await rooms()).values()].flat()
  return {
    url: `ws://127.0.0.1:${port}`,
    rooms,
    participants,
    has: async (identity) => (await participants()).some((one) => one.identity === identity),
    sounding: async (person) =>
      (await participants()).some(
        ({ identity, tracks }) =>
          identity.startsWith(`${person}:`) &&
          tracks.some((track) => track.type === TrackType.AUDIO && !track.muted),
      ),
    async unmute(identity, trackSid) {
      const found = [...(await rooms())].find(([, people]) => people.some((one) => one.identity === identity))
      return service.mutePublishedTrack(found?.[0] ?? '', identity, trackSid, false)
    },
    pid: () => run().sfu.pid,
    address: () => run().sfu,
  }
}

function nobodyIfGone(error: unknown): ParticipantInfo[] {
  if (error instanceof ServerError && error.status === 404) return []
  throw error
}
