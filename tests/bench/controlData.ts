import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Room, RoomEvent } from '@livekit/rtc-node'
import { createSfu } from '../../server/media/sfu.ts'
import { findSfu, startSfu } from '../../server/start/sfu.mjs'
import type { Guest } from './controlPeople.ts'
import { processorMs } from './processor.ts'

export interface DataHall {
  ways: (() => Promise<Guest>)[]
  /** Processor time of the SFU so far, ms. */
  cpuMs(): number
  close(): Promise<void>
}

/**
 * Hands as reliable data packets through the SFU, which stores and checks nothing and answers nobody: an act is done once somebody else
 * has it. The bytes are those of the hands alone, for the library does not tell what goes over the line.
 */
export async function dataHall(people: number): Promise<DataHall> {
  const dir = mkdtempSync(join(tmpdir(), 'dialoogtafel-sfu-'))
  const running = await startSfu({ binary: await findSfu(), dir })
  const sfu = createSfu(running)
  const name = randomUUID()
  await sfu.createRoom(name)
  const waiting = new Map<string, () => void>()

  /** The first one tells the others that their hand was seen. */
  async function come(isFirst: boolean): Promise<Guest> {
    const id = randomUUID()
    const room = new Room()
    room.setMaxListeners(0)
    const grant = { room: name, roomJoin: true, canPublish: false, canPublishData: true, canSubscribe: true }
    await room.connect(running.url, await sfu.mint(id, grant), { autoSubscribe: false, dynacast: false })
    let watching: ((whose: string) => void) | null = null
    const own: Guest = {
      bytes: 0,
      messages: 0,
      id,
      act() {
        const act = randomUUID()
        const seen = new Promise<void>((resolve) => waiting.set(act, resolve))
        const said = JSON.stringify({ act, hand: id })
        void room.localParticipant?.publishData(new TextEncoder().encode(said), { reliable: true })
        return seen
      },
      watch: (seen) => void (watching = seen),
      command: () => Promise.resolve(),
      close: () => void room.disconnect(),
    }
    room.on(RoomEvent.DataReceived, (payload) => {
      own.bytes += payload.byteLength
      own.messages += 1
      if (!watching && !isFirst) return
      const { act, hand } = JSON.parse(new TextDecoder().decode(payload)) as { act: string; hand: string }
      if (isFirst) {
        waiting.get(act)?.()
        waiting.delete(act)
      }
      watching?.(hand)
    })
    return own
  }

  return {
    ways: Array.from({ length: people }, (_, i) => () => come(i === 0)),
    cpuMs: () => processorMs(running.pid),
    async close() {
      await running.stop()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
