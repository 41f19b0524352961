import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listenerGrant } from '../../server/media/grants.ts'
import { newListenerIdentity } from '../../server/media/leases.ts'
import { startListening, type Listening } from '../../server/media/listening.ts'
import { createSfu } from '../../server/media/sfu.ts'
import { findSfu, startSfu, type RunningSfu } from '../../server/start/sfu.mjs'
import { until } from '../support/media.ts'

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }
const dir = mkdtempSync(join(tmpdir(), 'dialoogtafel-sfu-'))
const told: { room: string; measuring: boolean }[] = []
let running: RunningSfu
let listening: Listening
beforeAll(async () => {
  running = await startSfu({ binary: await findSfu(), dir })
  const sfu = createSfu(running)
  const nothing = () => undefined
  listening = startListening(
    {
      async pass(room) {
        await sfu.createRoom(room)
        return { url: running.url, token: await sfu.mint(newListenerIdentity(), listenerGrant(room)) }
      },
      measuring: (room, measuring) => void told.push({ room, measuring }),
      joined: nothing,
      track: nothing,
      speaking: nothing,
      spoke: nothing,
    },
    quiet,
    { wornRooms: 2 },
  )
}, 60_000)
afterAll(async () => {
  await listening.close()
  await running.stop()
  rmSync(dir, { recursive: true, force: true })
})

const measured = (room: string) => told.some((one) => one.room === room && one.measuring)
const alive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('a listener that was in many rooms stays while it hears one, and is replaced as soon as it hears none', async () => {
  listening.attend(['a', 'b', 'c'])
  for (const room of ['a', 'b', 'c']) await until(`${room} is measured`, () => measured(room), 30_000)
  const worn = listening.pid() ?? 0
  listening.attend(['c'])
  // some beats: it would have been replaced at the first
  await new Promise((resolve) => setTimeout(resolve, 2_500))
  expect(listening.pid()).toBe(worn)
  listening.attend([])
  await until('another listens', () => listening.pid() !== worn, 20_000)
  await until('the worn one is gone', () => !alive(worn), 10_000)
  listening.attend(['d'])
  await until('d is measured by the new one', () => measured('d'), 20_000)
  expect(told.filter(({ measuring }) => !measuring)).toEqual([])
}, 120_000)

test('a room that is to be heard while the new one gets ready is heard by the worn one, without a gap', async () => {
  const worn = listening.pid() ?? 0
  listening.attend(['d', 'e'])
  await until('e is measured', () => measured('e'), 20_000)
  listening.attend([])
  // a beat later the other is starting, which takes longer than this
  await new Promise((resolve) => setTimeout(resolve, 700))
  listening.attend(['f'])
  await until('f is measured', () => measured('f'), 20_000)
  await new Promise((resolve) => setTimeout(resolve, 4_000))
  expect(alive(worn)).toBe(true)
  expect(listening.pid()).toBe(worn)
  expect(told.filter(({ measuring }) => !measuring)).toEqual([])
}, 120_000)
