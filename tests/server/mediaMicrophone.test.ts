import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { joinVoiceRoom, type VoiceRoom } from '../../server/media/voice.ts'
import type { SessionState } from '../../shared/dialogue/model.ts'
import { inPlenary, mode } from '../domain/support/sentence.ts'
import { startMediaWorld, stateAfter, type MediaWorld } from '../support/media.ts'
import { until } from '../support/until.ts'

let world: MediaWorld
let state: SessionState
let voice: VoiceRoom
beforeAll(async () => {
  world = await startMediaWorld()
  state = stateAfter([inPlenary, mode('free')])
  world.media.follow(state)
})
afterEach(() => voice.leave())
afterAll(() => world.close())

async function join(person: string): Promise<VoiceRoom> {
  const pass = await world.media.pass(state, person)
  if (!pass) throw new Error(`${person} has no place`)
  return joinVoiceRoom(pass)
}

/** Each track that is being sent, or is never let go of, has one thread that encodes. */
const encoders = () =>
  readdirSync('/proc/self/task').filter((task) => {
    try {
      return readFileSync(`/proc/self/task/${task}/comm`, 'utf8').startsWith('AudioEncoder')
    } catch {
      return false
    }
  }).length

const beep = Int16Array.from({ length: 4_000 }, (_, i) => Math.sin(i / 5) * 12_000)

test('opened before the SFU has the permission it is told so soon, and heard when it comes into the room anew', async () => {
  const without = stateAfter([inPlenary, mode('free'), mode('firstCome')])
  world.media.follow(without)
  const bram = await world.join(without, 'Bram')
  voice = await join('Ans')
  const refused = voice.openMicrophone().catch((error: unknown) => String(error))
  await pause(500)
  state = stateAfter([inPlenary, mode('free'), mode('firstCome'), mode('free')])
  world.media.follow(state)
  expect(await refused).toMatch(/the SFU did not answer within 4000 ms/)
  await voice.leave()
  voice = await join('Ans')
  await voice.openMicrophone()
  const sound = bram.firstSound(15_000)
  await voice.say(beep)
  await sound
  const [ans, ...others] = bram.room.remoteParticipants.values()
  expect([ans?.trackPublications.size, others]).toEqual([1, []])
}, 60_000)

describe('a voice that talks for hours keeps nothing of what it said', () => {
  test.skipIf(process.platform !== 'linux')(
    'speaking twelve times leaves one encoder, not twelve',
    async () => {
      voice = await join('Ans')
      const before = encoders()
      for (let spoken = 0; spoken < 12; spoken++) {
        await voice.openMicrophone()
        await voice.say(beep)
        voice.muteMicrophone()
      }
      expect(encoders() - before).toBe(1)
    },
    60_000,
  )

  test('it is heard again after it was muted, and not in between', async () => {
    const bram = await world.join(state, 'Bram')
    voice = await join('Ans')
    await voice.openMicrophone()
    const first = bram.firstSound(15_000)
    await voice.say(beep)
    await first
    voice.muteMicrophone()
    await bram.loudestIn(1_000)
    const muted = bram.loudestIn(600)
    await voice.say(beep)
    expect(await muted).toBeLessThan(0.01)
    await voice.openMicrophone()
    const again = bram.firstSound(15_000)
    await voice.say(beep)
    await again
  }, 60_000)

  test.skipIf(process.platform !== 'linux')(
    'a room in which many tracks were published is worn, and leaving it frees them all',
    async () => {
      voice = await join('Ans')
      const before = encoders()
      for (let turn = 0; turn < 20; turn++) {
        expect(voice.worn()).toBe(false)
        await voice.openMicrophone()
        await voice.closeMicrophone()
      }
      expect(voice.worn()).toBe(true)
      await voice.leave()
      await until('the encoders are gone', () => encoders() <= before, 20_000)
    },
    90_000,
  )
})
