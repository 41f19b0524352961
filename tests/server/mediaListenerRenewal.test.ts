import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { listenerGrant, personGrant } from '../../server/media/grants.ts'
import { newListenerIdentity } from '../../server/media/leases.ts'
import { monotonicMs } from '../../server/kit/monotonic.ts'
import { startListening, type Listening } from '../../server/media/listening.ts'
import { RULE } from '../../server/media/speech/intervals.ts'
import { createSfu, type Sfu } from '../../server/media/sfu.ts'
import { countAfter } from '../../server/media/takingOver.ts'
import type { Wear } from '../../server/media/wear.ts'
import type { Spoke } from '../../server/media/wire.ts'
import { findSfu, startSfu, type RunningSfu } from '../../server/start/sfu.mjs'
import { OWN_VOICES } from '../bench/conditions.ts'
import { followHoldUps } from '../bench/acts.ts'
import { joined, lengthOf, within } from '../bench/score.ts'
import { sequence, voicesIn, type Interval, type Voice } from '../bench/voices.ts'
import { atRate } from '../bench/wav.ts'
import { AS_IN_BROWSERS, BOT_RATE, joinAs, type Bot } from '../support/bot.ts'
import { until } from '../support/until.ts'

const dir = mkdtempSync(join(tmpdir(), 'dialoogtafel-sfu-'))
const LEAD_MS = 2_000
let running: RunningSfu
let sfu: Sfu
let house: House | null = null
const bots: Bot[] = []
beforeAll(async () => {
  running = await startSfu({ binary: await findSfu(), dir })
  sfu = createSfu(running)
}, 60_000)
afterEach(async () => {
  await Promise.allSettled(bots.splice(0).map((bot) => bot.leave()))
  await house?.listening.close()
})
afterAll(async () => {
  await running.stop()
  rmSync(dir, { recursive: true, force: true })
})

/** A listener that is worn after two rooms, and all it told. */
interface House {
  listening: Listening
  measured: { room: string; measuring: boolean }[]
  spoke: { person: string; startMs: number; endMs: number; at: number }[]
  /** Process ids of newcomers, in order of coming. */
  newcomers: number[]
  /** The rooms that a listener was let into, in order. */
  admitted: string[]
  /** From now on nobody is let into this room. */
  bar(room: string | null): void
}

function open(wear: Wear = {}): House {
  let barred: string | null = null
  const nothing = () => undefined
  const told: House = {
    measured: [],
    spoke: [],
    newcomers: [],
    admitted: [],
    bar: (room) => void (barred = room),
    listening: startListening(
      {
        async pass(room) {
          if (room === barred) throw new Error('nobody is let in')
          await sfu.createRoom(room)
          told.admitted.push(room)
          return { url: running.url, token: await sfu.mint(newListenerIdentity(), listenerGrant(room)) }
        },
        measuring: (room, measuring) => void told.measured.push({ room, measuring }),
        joined: nothing,
        track: nothing,
        speaking: nothing,
        muted: nothing,
        throughAir: nothing,
        spoke: (_room, person, startMs, endMs) =>
          void told.spoke.push({ person, startMs, endMs, at: Date.now() }),
      },
      {
        info: (fields, text) => {
          if (text.includes('gets ready')) told.newcomers.push((fields as { pid: number }).pid)
        },
        warn: nothing,
        error: nothing,
      },
      { wornRooms: 2, ...wear },
    ),
  }
  return told
}

/** In every one of these rooms the listener has been. */
async function attend({ listening, measured }: House, ...rooms: string[]): Promise<void> {
  listening.attend(rooms)
  for (const room of rooms)
    await until(
      `${room} is measured`,
      () => measured.some((one) => one.room === room && one.measuring),
      30_000,
    )
}

const alive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Speaks on and on; resolves with what tells when that was (server milliseconds). */
async function speaker(room: string, person: string, voiceName: string): Promise<() => Interval[]> {
  const token = await sfu.mint(person, personGrant(room, { microphone: true, camera: false }))
  const bot = await joinAs(running.url, token, { hears: false, leadMs: LEAD_MS, sending: AS_IN_BROWSERS })
  bots.push(bot)
  await bot.publish()
  const one = voicesIn(OWN_VOICES).find(({ name }) => name === voiceName)
  if (!one) throw new Error(`no voice called ${voiceName}`)
  const voice = sequence(person, Array<Voice>(12).fill(one), [0])
  const samples = atRate(voice, BOT_RATE)
  // until as much sound is handed out ahead as is asked for, it comes later than it should
  await wait(LEAD_MS)
  const truly = followHoldUps(bot)
  const start = bot.play(samples)
  const toServer = Date.now() - monotonicMs()
  const meant = joined(voice.speech, RULE.bridgeMs).map(([from, to]): Interval => [start + from, start + to])
  return () => truly(meant).map(([from, to]): Interval => [from + toServer, to + toServer])
}

/** What is further away than this has been told by one listener alone. */
const around = (at: number): Interval => [at - 2_500, at + 2_500]

/** What was found of this person between two moments must be what they said there, each moment once. */
function expectOnce({ spoke }: House, person: string, truth: Interval[], bounds: Interval) {
  const found = spoke
    .filter((one) => one.person === person)
    .map(({ startMs, endMs }): Interval => [startMs, endMs])
  for (const [i, [from]] of found.entries())
    if (i > 0) expect(from).toBeGreaterThanOrEqual((found[i - 1]?.[1] ?? 0) - 1)
  const said = lengthOf(within(truth, [bounds]))
  expect(said).toBeGreaterThan(3_500)
  expect(Math.abs(lengthOf(within(found, [bounds])) - said)).toBeLessThan(150)
}

describe('a worn listener is replaced while it hears rooms', () => {
  test('what is spoken meanwhile is counted once and whole, and no moment goes unmeasured', async () => {
    house = open()
    const { listening, measured } = house
    await attend(house, 'a', 'b', 'c', 'd')
    const worn = listening.pid() ?? 0
    const ans = await speaker('c', 'Ans', 'resultaat-laten-zien')
    const bram = await speaker('d', 'Bram', 'ruimte-geven')
    await wait(4_000)
    listening.attend(['c', 'd'])
    await until('another listens', () => listening.pid() !== worn, 30_000)
    const at = Date.now()
    await until('the worn one is gone', () => !alive(worn), 5_000)
    await wait(4_000)
    expectOnce(house, 'Ans', ans(), around(at))
    expectOnce(house, 'Bram', bram(), around(at))
    expect(measured.filter(({ measuring }) => !measuring)).toEqual([])
  }, 120_000)

  test('it dies while the other gets ready: the other takes its place at once, and nothing is lost', async () => {
    house = open()
    const { listening, measured, newcomers, admitted } = house
    await attend(house, 'e', 'f', 'g')
    const worn = listening.pid() ?? 0
    const ans = await speaker('g', 'Ans', 'resultaat-laten-zien')
    await wait(2_000)
    listening.attend(['g'])
    await until('another is there', () => newcomers.length === 1, 10_000)
    await until('it is let in', () => admitted.filter((room) => room === 'g').length === 2, 15_000)
    // it hears by then, and not yet for long enough
    await wait(2_500)
    expect(listening.pid()).toBe(worn)
    const at = Date.now()
    process.kill(worn, 'SIGKILL')
    await until('the other has its place', () => listening.pid() === newcomers[0], 500)
    await wait(4_000)
    expectOnce(house, 'Ans', ans(), around(at))
    expect(measured.filter(({ measuring }) => !measuring)).toEqual([])
  }, 120_000)

  test('another that does not come everywhere is given up, and it is tried again later', async () => {
    house = open({ patienceMs: 12_000, againMs: 1_000 })
    const { listening, measured, newcomers } = house
    await attend(house, 'h', 'i', 'j')
    const worn = listening.pid() ?? 0
    house.bar('j')
    listening.attend(['j'])
    await until('another tries', () => newcomers.length === 1, 10_000)
    await until('it is given up', () => !alive(newcomers[0] ?? 0), 30_000)
    expect(listening.pid()).toBe(worn)
    house.bar(null)
    await until('a later one takes its place', () => listening.pid() === newcomers.at(-1), 60_000)
    expect(measured.filter(({ measuring }) => !measuring)).toEqual([])
  }, 120_000)

  test('where it hears none it is replaced as well, and a room that is named meanwhile is heard by both', async () => {
    house = open()
    const { listening, measured, newcomers } = house
    await attend(house, 'k', 'l')
    const worn = listening.pid() ?? 0
    listening.attend([])
    await until('another gets ready', () => newcomers.length === 1, 10_000)
    await attend(house, 'm')
    expect(listening.pid()).toBe(worn)
    await until('another listens', () => listening.pid() === newcomers[0], 20_000)
    await until('the worn one is gone', () => !alive(worn), 5_000)
    expect(measured.filter(({ measuring }) => !measuring)).toEqual([])
  }, 120_000)

  test('one that has taken much memory is replaced as well, however few rooms it was in', async () => {
    house = open({ wornRooms: 1_000, wornMb: 10 })
    const { listening, measured, newcomers } = house
    // how much it holds is known from when it is there
    await until('it listens', () => listening.cpuMs() > 0, 20_000)
    await attend(house, 'n', 'o', 'p')
    await until('another listens', () => listening.pid() === newcomers[0], 30_000)
    expect(measured.filter(({ measuring }) => !measuring)).toEqual([])
  }, 120_000)
})

describe('of a listener that takes over', () => {
  const spoke = (identity: string, startMs: number, endMs: number): Spoke => ({
    kind: 'spoke',
    room: 'r',
    identity,
    startMs,
    endMs,
  })
  const count = countAfter([spoke('Ans', 9_000, 9_400), spoke('Ans', 9_400, 9_900)], 10_000)

  test('a stretch counts from where the other stopped telling of the same voice', () => {
    expect(count(spoke('Ans', 9_300, 9_880))).toBeNull()
    expect(count(spoke('Ans', 9_880, 10_400))).toEqual(spoke('Ans', 9_900, 10_400))
    expect(count(spoke('Ans', 11_000, 11_500))).toEqual(spoke('Ans', 11_000, 11_500))
    expect(count(spoke('Bram', 9_300, 9_880))).toEqual(spoke('Bram', 9_300, 9_880))
  })

  test('what the other heard long ago and told nothing of stays untold', () => {
    expect(count(spoke('Bram', 6_000, 6_900))).toBeNull()
    expect(count(spoke('Bram', 6_500, 7_200))).toEqual(spoke('Bram', 7_000, 7_200))
  })
})
