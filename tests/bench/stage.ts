import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { listenerGrant } from '../../server/media/grants.ts'
import { personOf } from '../../server/media/leases.ts'
import { followMark } from '../../server/media/mark.ts'
import { placeOf } from '../../shared/dialogue/places.ts'
import { atTables, inPlenary, mode, organiser } from '../domain/support/sentence.ts'
import { PARTICIPANTS } from '../domain/support/world.ts'
import { AS_IN_BROWSERS, joinAs, type Bot } from '../support/bot.ts'
import { startMediaWorld, stateAfter, type MediaWorld } from '../support/media.ts'
import { until } from '../support/until.ts'
import { openRoad, type Road } from '../support/road.ts'
import { act, type Part, type Performer } from './acts.ts'
import { joinAudience, type Audience } from './activeSpeakers.ts'
import { randomFrom } from './noises.ts'
import { joined } from './score.ts'
import type { Interval } from './voices.ts'

/** What was measured of one voice, from the start of its file, ms. */
export interface Measured {
  /** Where speech really was sent. */
  truth: Interval[]
  intervals: Interval[]
  /** The same by the SFU's own active-speaker updates. */
  livekit: Interval[]
}

/** People in free talk on the real SFU, who play voices: in the plenary, or at tables when somebody moves to another. */
export interface Stage {
  /** As many as fit play at once, further ones in turn. */
  perform(parts: readonly Part[]): Promise<Measured[]>
  /** The longest that this process, which all clients share, stood still: above some 100 ms the machine was too busy to measure on. */
  worstLagMs(): number
  close(): Promise<void>
}

const CAST = [...PARTICIPANTS, 'Femke', 'Frank']
const SETTLE_MS = 1_500
/** Sound handed out so far ahead that no busy moment of this process is heard: then the script's clock is the truth. */
const LEAD_MS = 2_000
/** Whoever moves goes on speaking before they are there. */
const MOVED_LEAD_MS = 250
const SEED = 7

/** `roads`: each comes in over a road of their own, on which something can befall their connection. */
export async function openStage({ size = CAST.length, tables = false, roads = false } = {}): Promise<Stage> {
  const world = await startMediaWorld()
  const steps = tables ? [atTables] : [inPlenary, mode('free')]
  let state = stateAfter(steps)
  world.media.follow(state)
  const told = new Map<string, { heard: Interval[]; active: Interval[] }>()
  const audience = createAudience(world, told)
  const opened: Road[] = []
  const bots: Bot[] = []

  async function come(
    person: string,
    road: Road | null,
    { leadMs = LEAD_MS, speak = (_bot: Bot): void => undefined } = {},
  ): Promise<Bot> {
    const pass = await world.media.pass(state, person)
    if (!pass) throw new Error(`${person} has no place`)
    const bot = await joinAs(road?.url ?? pass.url, pass.token, {
      hears: false,
      leadMs,
      sending: AS_IN_BROWSERS,
    })
    bots.push(bot)
    // as every client does: a connection that nobody claims is taken for a copied pass
    followMark(bot.room, (connection) => world.media.joined(state.id, person, pass.lease, connection))
    speak(bot)
    await bounded(`${person} publishes`, bot.publish())
    await audience.follow(bot.room.name ?? '')
    return bot
  }

  async function performer(person: string): Promise<Performer> {
    const road = roads ? await openRoad(world.sfu.url, randomFrom(SEED + opened.length)) : null
    if (road) opened.push(road)
    told.set(person, { heard: [], active: [] })
    const one: Performer = {
      person,
      road,
      bot: await come(person, road),
      async move(speak) {
        const here = placeOf(state, person)
        const table = state.tableOrder.find((id) => id !== here)
        steps.push([organiser('movePerson', { person, table })])
        state = stateAfter(steps)
        const old = one.bot
        await bounded(`${person} unpublishes`, old.unpublish())
        world.media.follow(state)
        void old.leave()
        road?.anew()
        one.bot = await come(person, road, { leadMs: MOVED_LEAD_MS, speak })
      },
    }
    return one
  }

  world.media.on({
    spoke: (_session, _room, person, startMs, endMs) => void told.get(person)?.heard.push([startMs, endMs]),
  })
  const cast: Performer[] = []
  for (const person of CAST.slice(0, size)) cast.push(await performer(person))
  const seats = new Set(CAST.slice(0, size).map((person) => placeOf(state, person)))
  await until('every room is measured', () => [...seats].every((room) => isMeasured(world, room)), 15_000)
  await pause(SETTLE_MS)
  let lag = 0

  async function round(parts: readonly Part[]): Promise<Measured[]> {
    for (const { person } of cast) told.set(person, { heard: [], active: [] })
    const stood = monitorEventLoopDelay({ resolution: 10 })
    stood.enable()
    const acted = await Promise.all(parts.map((part, i) => act(part, cast[i] as Performer)))
    await pause(SETTLE_MS)
    stood.disable()
    lag = Math.max(lag, stood.max / 1e6)
    return acted.map(({ startMs, truth }, i) => {
      const of = told.get(cast[i]?.person ?? '')
      const shifted = (intervals: readonly Interval[] = []) =>
        joined(intervals.map(([from, to]): Interval => [from - startMs, to - startMs]))
      return { truth, intervals: shifted(of?.heard), livekit: shifted(of?.active) }
    })
  }

  return {
    async perform(parts) {
      const found: Measured[] = []
      for (let from = 0; from < parts.length; from += cast.length) {
        found.push(...(await round(parts.slice(from, from + cast.length))))
      }
      return found
    },
    worstLagMs: () => lag,
    async close() {
      const leaving = [audience.close(), ...bots.map((bot) => bot.leave())]
      await Promise.allSettled(leaving.map((one) => bounded('somebody leaves', one)))
      await world.close()
      await Promise.allSettled(opened.map((road) => road.close()))
    },
  }
}

function isMeasured(world: MediaWorld, room: string | null): boolean {
  const last = world.told.findLast((one) => one.kind === 'measuring' && one.room === room)
  return last?.kind === 'measuring' && last.measuring
}

/** The baseline: somebody in the audience of each room. */
function createAudience(world: MediaWorld, told: Map<string, { active: Interval[] }>) {
  const rooms = new Map<string, Promise<Audience>>()

  async function sit(name: string): Promise<Audience> {
    const since = new Map<string, number>()
    const token = await world.rooms.mint(`listener:bench-${rooms.size}`, listenerGrant(name))
    return joinAudience(world.sfu.url, token, (identities) => {
      const now = Date.now()
      const talking = new Set([...identities].map((identity) => personOf(identity) ?? ''))
      for (const person of talking) if (!since.has(person)) since.set(person, now)
      for (const [person, from] of since) {
        if (talking.has(person)) continue
        since.delete(person)
        told.get(person)?.active.push([from, now])
      }
    })
  }

  return {
    async follow(name: string) {
      const sitting = rooms.get(name) ?? sit(name)
      rooms.set(name, sitting)
      await sitting
    },
    async close() {
      for (const sitting of rooms.values()) await (await sitting).leave()
    },
  }
}

/** The media library may wait for ever for an answer that was lost: a benchmark that fails says more than one that hangs. */
const PATIENCE_MS = 20_000
function bounded<T>(what: string, work: Promise<T>): Promise<T> {
  const late = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new Error(`not within ${PATIENCE_MS} ms: ${what}`)), PATIENCE_MS).unref()
  })
  return Promise.race([work, late])
}
