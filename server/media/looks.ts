import type { Later } from './later.ts'
import type { RoomBook } from './rooms.ts'
import type { Participant, Sfu } from './sfu.ts'

/** Joins come in bursts; one look answers for all of them. */
const LOOK_MS = 40

/** Comparing what the SFU has with what is intended, connection by connection. */
export interface Looks {
  /** One SFU room, or all. Rejects with `MediaAway`. */
  look(sfuRoom?: string): Promise<void>
  /** Something happened in this room: look at it in a moment. */
  lookSoon(sfuRoom: string): void
}

export interface LookDeps {
  sfu: Sfu
  rooms: RoomBook
  later: Later
  attempt(work: () => Promise<unknown>): void
  check(sfuRoom: string, participant: Participant): Promise<unknown>
}

export function createLooks({ sfu, rooms, later, attempt, check }: LookDeps): Looks {
  const looking = new Set<string>()

  async function look(only?: string) {
    const names = only === undefined ? rooms.names() : [only]
    await Promise.all(
      names.map(async (sfuRoom) => {
        const there = await sfu.participants(sfuRoom)
        await Promise.all(there.map((participant) => check(sfuRoom, participant)))
      }),
    )
  }

  return {
    look,
    lookSoon(sfuRoom) {
      if (looking.has(sfuRoom)) return
      looking.add(sfuRoom)
      later.after(LOOK_MS, () => {
        looking.delete(sfuRoom)
        attempt(() => look(sfuRoom))
      })
    },
  }
}
