import { setTimeout as pause } from 'node:timers/promises'
import type { Cost, Hall } from './controlHalls.ts'
import type { Guest } from './controlPeople.ts'
import { takeTurns } from './pairs.ts'
import { percentile } from './score.ts'

const ROUNDS = 5
const WATCHERS = 12
export const ACTORS = 60
const REST_MS = 2_000
const PACED = { perSecond: 20, ms: 1_200 }
const STORM_MS = 800
const SETTLE_MS = 300

export interface Figures {
  /** From the press until somebody who is looked at has seen it, ms. */
  p50: number
  p99: number
  /** Commands that were answered as stored. */
  perSecond: number
  /** For each person a second, while twenty commands a second are given: processor of who serves, and what they are sent. */
  cpuMs: number
  bytes: number
  /** For each of those commands: processor of what stands behind who serves. */
  behindMs: number
}

export interface Measured {
  connecting: Cost
  /** Ours only. */
  opening: Cost | null
  /** A second. */
  rest: Cost
  rounds: Figures[]
}

/** Halls with everybody in the plenary, asked in turn. `behind`: processor time so far of what stands behind them all, ms. */
export async function measureHalls<K extends string | number>(
  halls: ReadonlyMap<K, Hall>,
  behind: () => number = () => 0,
): Promise<Map<K, Measured>> {
  const still = new Map<K, Pick<Measured, 'opening' | 'rest'>>()
  for (const [name, { kind, guests, cost }] of halls) {
    const open = () => guests[0]?.command('openPlenary', {}).then(() => pause(1_000)) ?? pause(0)
    const opening = kind === 'ours' ? await cost(open) : null
    still.set(name, { opening, rest: perSecond(await cost(() => pause(REST_MS)), REST_MS) })
  }
  const works = Object.fromEntries([...halls].map(([name, hall]) => [name, () => acted(hall, behind)]))
  const found: Record<string | number, Figures[]> = await takeTurns(ROUNDS, works)
  const none = { bytes: 0, messages: 0, cpuMs: 0 }
  return new Map(
    [...halls].map(([name, { connecting }]) => [
      name,
      { connecting, opening: null, rest: none, ...still.get(name), rounds: found[name] ?? [] },
    ]),
  )
}

export const perSecond = ({ bytes, messages, cpuMs }: Cost, ms: number): Cost => {
  const each = (all: number) => (all / ms) * 1_000
  return { bytes: each(bytes), messages: each(messages), cpuMs: each(cpuMs) }
}

async function acted({ guests, cost }: Hall, behind: () => number): Promise<Figures> {
  // the first one leads, and raises no hand
  const actors = guests.slice(1, ACTORS + 1)
  let seen = { p50: NaN, p99: NaN, given: NaN }
  const [begun, before] = [performance.now(), behind()]
  const spent = await cost(async () => void (seen = await paced(guests, actors)))
  const { cpuMs, bytes } = perSecond(spent, performance.now() - begun)
  const behindMs = (behind() - before) / seen.given
  return { p50: seen.p50, p99: seen.p99, cpuMs, bytes, behindMs, perSecond: await storm(actors) }
}

/** Twenty a second: from the press to everybody looked at having seen it; and how many were given. */
async function paced(
  guests: readonly Guest[],
  actors: readonly Guest[],
): Promise<{ p50: number; p99: number; given: number }> {
  const took: number[] = []
  const pressed = new Map<string, number>()
  const step = Math.max(1, Math.floor(guests.length / WATCHERS))
  for (const one of guests.filter((_, i) => i % step === 0))
    one.watch((whose) => {
      const at = pressed.get(whose)
      if (at !== undefined) took.push(performance.now() - at)
    })
  const answers: Promise<void>[] = []
  const begun = performance.now()
  for (let i = 0; performance.now() - begun < PACED.ms; i++) {
    const actor = actors[i % actors.length]
    if (actor) {
      pressed.set(actor.id, performance.now())
      answers.push(actor.act())
    }
    await pause(begun + ((i + 1) * 1_000) / PACED.perSecond - performance.now())
  }
  await Promise.all(answers)
  await pause(SETTLE_MS)
  return { p50: percentile(took, 0.5), p99: percentile(took, 0.99), given: answers.length }
}

/** Each of these gives one command after the other, below what one person may send in a second. */
async function storm(actors: readonly Guest[]): Promise<number> {
  const until = performance.now() + STORM_MS
  let done = 0
  const one = async (actor: Guest) => {
    while (performance.now() < until) {
      const next = pause(60)
      await actor.act()
      done++
      await next
    }
  }
  const begun = performance.now()
  await Promise.all(actors.map(one))
  return (done / (performance.now() - begun)) * 1_000
}
