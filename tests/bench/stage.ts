import { Room, RoomEvent } from '@livekit/rtc-node'
import { listenerGrant } from '../../server/media/grants.ts'
import { inPlenary, mode } from '../domain/support/sentence.ts'
import { PARTICIPANTS } from '../domain/support/world.ts'
import { BOT_RATE, nowMs, type Bot } from '../support/bot.ts'
import { startMediaWorld, stateAfter, until } from '../support/media.ts'
import { joined } from './score.ts'
import type { Interval, Voice } from './voices.ts'
import { atRate } from './wav.ts'

/** What was measured of one voice, from the start of its file, ms. */
export interface Measured {
  intervals: Interval[]
  /** The same by the SFU's own active-speaker updates. */
  livekit: Interval[]
}

/** People in free talk on the real SFU, who play voices. */
export interface Stage {
  /** As many as fit play at once, further ones in turn. `mutes`: stretches (ms) in which a voice's microphone is off. */
  perform(voices: readonly Voice[], mutes?: Record<string, Interval[]>): Promise<Measured[]>
  /** Cores the listener used while voices played. */
  listenerCores(): number
  /** The most any client was behind its own clock: above some 100 ms the machine was too busy to measure on. */
  worstLagMs(): number
  close(): Promise<void>
}

const CAST = [...PARTICIPANTS, 'Femke', 'Frank']
const SETTLE_MS = 1_500

export async function openStage(size = CAST.length): Promise<Stage> {
  const world = await startMediaWorld()
  const state = stateAfter([inPlenary, mode('free')])
  world.media.follow(state)
  const cast: { person: string; bot: Bot }[] = []
  for (const person of CAST.slice(0, size)) {
    const bot = await world.join(state, person, { hears: false })
    await bot.publish()
    cast.push({ person, bot })
  }
  const heard = new Map<string, Interval[]>(cast.map(({ person }) => [person, []]))
  const active = new Map<string, Interval[]>(cast.map(({ person }) => [person, []]))
  world.media.on({
    spoke: (_session, _room, person, startMs, endMs) => void heard.get(person)?.push([startMs, endMs]),
  })
  const audience = await followActiveSpeakers(world.sfu.url, await guest(), active)
  await until(
    'the room is measured',
    () => world.told.some((one) => one.kind === 'measuring' && one.measuring),
    15_000,
  )
  await pause(SETTLE_MS)
  let cores = 0
  let lag = 0

  async function guest() {
    const name = cast[0]?.bot.room.name ?? ''
    return world.rooms.mint('listener:bench', listenerGrant(name))
  }

  async function round(voices: readonly Voice[], mutes: Record<string, Interval[]>): Promise<Measured[]> {
    for (const { bot, person } of cast) {
      bot.worstLagMs()
      heard.set(person, [])
      active.set(person, [])
    }
    const before = { cpu: world.media.listener.cpuMs(), at: Date.now() }
    const starts = voices.map((voice, i) => {
      const bot = cast[i]?.bot
      if (!bot) throw new Error('more voices than people')
      const start = bot.play(atRate(voice, BOT_RATE)) + Date.now() - nowMs()
      for (const [from, to] of mutes[voice.name] ?? []) {
        setTimeout(() => bot.mute(true), start + from - Date.now())
        setTimeout(() => bot.mute(false), start + to - Date.now())
      }
      return start
    })
    await pause(Math.max(...voices.map((voice) => (voice.samples.length / voice.rate) * 1000)) + SETTLE_MS)
    cores = Math.max(cores, (world.media.listener.cpuMs() - before.cpu) / (Date.now() - before.at))
    lag = Math.max(lag, ...cast.map(({ bot }) => bot.worstLagMs()))
    return starts.map((start, i) => {
      const person = cast[i]?.person ?? ''
      const shifted = (intervals: readonly Interval[] = []) =>
        joined(intervals.map(([from, to]): Interval => [from - start, to - start]))
      return { intervals: shifted(heard.get(person)), livekit: shifted(active.get(person)) }
    })
  }

  return {
    async perform(voices, mutes = {}) {
      const found: Measured[] = []
      for (let from = 0; from < voices.length; from += cast.length) {
        found.push(...(await round(voices.slice(from, from + cast.length), mutes)))
      }
      return found
    },
    listenerCores: () => cores,
    worstLagMs: () => lag,
    async close() {
      await audience.disconnect()
      await world.close()
    },
  }
}

/** The baseline: a member of the audience who gets the SFU's active-speaker updates. */
async function followActiveSpeakers(
  url: string,
  token: string,
  active: Map<string, Interval[]>,
): Promise<Room> {
  const room = new Room()
  room.setMaxListeners(0)
  const since = new Map<string, number>()
  room.on(RoomEvent.ActiveSpeakersChanged, (speakers) => {
    const now = Date.now()
    const talking = new Set(speakers.map(({ identity }) => identity.split(':')[0] ?? ''))
    for (const person of talking) if (!since.has(person)) since.set(person, now)
    for (const [person, from] of since) {
      if (talking.has(person)) continue
      since.delete(person)
      active.get(person)?.push([from, now])
    }
  })
  await room.connect(url, token, { autoSubscribe: true, dynacast: false })
  return room
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
