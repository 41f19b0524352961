import { spawn, type ChildProcess } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { RULE } from '../../server/media/speech/intervals.ts'
import type { SessionState } from '../../shared/dialogue/model.ts'
import { followHoldUps } from '../bench/acts.ts'
import { OWN_VOICES } from '../bench/conditions.ts'
import { joined, lengthOf, minus, within } from '../bench/score.ts'
import { sequence, voicesIn, type Interval } from '../bench/voices.ts'
import { atRate } from '../bench/wav.ts'
import { inPlenary, mode } from '../domain/support/sentence.ts'
import { PARTICIPANTS } from '../domain/support/world.ts'
import { BOT_RATE, nowMs, type Bot } from '../support/bot.ts'
import { startMediaWorld, stateAfter, type MediaWorld } from '../support/media.ts'
import { until } from '../support/until.ts'

const LEAD_MS = 2_000
const PEOPLE = PARTICIPANTS.slice(0, 4)

let world: MediaWorld
let state: SessionState
const bots = new Map<string, Bot>()
const busy: ChildProcess[] = []
beforeAll(async () => {
  world = await startMediaWorld()
  state = stateAfter([inPlenary, mode('free')])
  world.media.follow(state)
  for (const person of PEOPLE) {
    const bot = await world.join(state, person, { hears: false, leadMs: LEAD_MS })
    bots.set(person, bot)
    await bot.publish()
  }
  await until('the plenary is measured', measured, 40_000)
  // until as much sound is handed out ahead as is asked for, it comes later than it should
  await wait(LEAD_MS)
}, 90_000)
afterAll(async () => {
  for (const one of busy) one.kill('SIGKILL')
  await world.close()
})

const measured = () => {
  const last = world.told.findLast((one) => one.kind === 'measuring')
  return last?.kind === 'measuring' && last.measuring
}

/** Says all there is, from this voice on; resolves with what tells when they really spoke (server milliseconds). */
function speaks(person: string, turn: number, gain = 1): { startMs: number; truth(): Interval[] } {
  const bot = bots.get(person)
  if (!bot) throw new Error(`${person} is not there`)
  const voices = voicesIn(OWN_VOICES)
  const voice = sequence(person, [...voices.slice(turn), ...voices.slice(0, turn)], [200])
  const samples = atRate(voice, BOT_RATE).map((sample) => sample * gain)
  const truly = followHoldUps(bot)
  const start = bot.play(samples.subarray(0, BOT_RATE * SPEAK_S))
  const toServer = Date.now() - nowMs()
  const meant = within(joined(voice.speech, RULE.bridgeMs), [[0, SPEAK_S * 1_000]]).map(
    ([from, to]): Interval => [start + from, start + to],
  )
  return {
    startMs: start + toServer,
    truth: () => truly(meant).map(([from, to]): Interval => [from + toServer, to + toServer]),
  }
}
/** How long somebody speaks in each test. */
const SPEAK_S = 14

/** What was told of this person's speech since then, as it was told. */
const spokenBy = (person: string, since: number): Interval[] =>
  world.told.flatMap((one): Interval[] =>
    one.kind === 'spoke' && one.person === person && one.endMs > since ? [[one.startMs, one.endMs]] : [],
  )

/** What was told not to be measured, since then. */
function gaps(since: number): Interval[] {
  const found: Interval[] = []
  let from: number | null = null
  for (const one of world.told) {
    if (one.kind !== 'measuring') continue
    if (!one.measuring) from = one.atMs
    else if (from !== null) {
      found.push([from, one.atMs])
      from = null
    }
  }
  if (from !== null) found.push([from, Infinity])
  return joined(found.filter(([, to]) => to > since))
}

/** A busy machine hears late, up to so long. */
const LATE_MS = 12_000
/** Until the last of what they said is told, or marked; what never is, the test finds missing. */
async function isHeard(person: string, said: Interval[], since: number) {
  const end = said.at(-1)?.[1] ?? 0
  const told = () => joined([...spokenBy(person, since), ...gaps(since)]).some(([, to]) => to > end - 400)
  await until('all is heard', told, LATE_MS).catch(() => undefined)
}

/** Nothing is told twice: no two parts overlap, and none lies in a gap. */
function expectOnce(spoken: Interval[], unmeasured: Interval[]) {
  expect(lengthOf(spoken) - lengthOf(joined(spoken, 0))).toBeLessThan(5)
  expect(lengthOf(within(joined(spoken, 0), unmeasured))).toBeLessThan(5)
}

/** Wider by what the edges may be off on a machine that is held up. */
const widened = (intervals: Interval[]) => intervals.map(([from, to]): Interval => [from - 250, to + 250])

/** What is heard late is heard faster: a pause of no more than this may then be too short to be one. In 14 s one is 3 percent. */
const HEARD_FAST_MS = 400

/** A pause of hardly more than is bridged is made or not by a few ms at its edges: in what one voice says there is one of 217 ms. */
const withoutShortPauses = (intervals: Interval[]) => joined(intervals, RULE.bridgeMs + 50)

describe('[S8] a listener that does not come to its work', () => {
  test.each([0.6, 3])(
    'stands still for %s s while somebody speaks: all they say is counted or marked, once',
    async (seconds) => {
      const since = Date.now()
      const { startMs, truth } = speaks('Ans', 0)
      const pid = world.media.listener.pid() ?? 0
      await wait(startMs + 3_000 - Date.now())
      process.kill(pid, 'SIGSTOP')
      await wait(seconds * 1_000)
      process.kill(pid, 'SIGCONT')
      await wait(startMs + SPEAK_S * 1_000 + 2_500 - Date.now())
      const said = truth()
      await isHeard('Ans', said, since)
      const spoken = spokenBy('Ans', since)
      const unmeasured = gaps(since)
      expectOnce(spoken, unmeasured)
      // what is not marked is counted: all of it, and no more than it
      const least = lengthOf(minus(withoutShortPauses(said), unmeasured)) - 300
      const most = lengthOf(minus(joined(said, HEARD_FAST_MS), unmeasured)) + 300
      expect(lengthOf(withoutShortPauses(spoken))).toBeGreaterThan(least)
      expect(lengthOf(spoken)).toBeLessThan(most)
      // and it is where it was said
      expect(lengthOf(minus(spoken, widened(said)))).toBeLessThan(100)
      expect(lengthOf(minus(minus(said, unmeasured), widened(spoken)))).toBeLessThan(100)
      expect(measured()).toBe(true)
    },
    60_000,
  )

  test.each([
    ['two that keep both cores busy', 2, 0.97],
    ['a crowd that keeps both cores busy', 12, 0.92],
    ['stops of 0.3 s, time and again', 0, 0.92],
  ])(
    '%s: of what several people say enough is counted or marked, and no more than that',
    async (_name, spinning, least) => {
      const since = Date.now()
      const talks = PEOPLE.map((person, i) => ({ person, ...speaks(person, 2 * i) }))
      const startMs = Math.max(...talks.map((one) => one.startMs))
      await wait(startMs + 1_500 - Date.now())
      await (spinning > 0 ? spin(spinning, 10_000) : halt(10_000))
      await wait(startMs + SPEAK_S * 1_000 + 3_000 - Date.now())
      for (const { person, truth } of talks) await isHeard(person, truth(), since)
      const unmeasured = gaps(since)
      for (const { person, truth } of talks) {
        const spoken = spokenBy(person, since)
        const said = truth()
        expectOnce(spoken, unmeasured)
        expect(lengthOf(spoken) / lengthOf(joined(said, HEARD_FAST_MS))).toBeLessThan(1.03)
        expect((lengthOf(spoken) + lengthOf(within(said, unmeasured))) / lengthOf(said)).toBeGreaterThan(
          least,
        )
      }
    },
    60_000,
  )
})

async function spin(processes: number, ms: number) {
  for (let i = 0; i < processes; i++) busy.push(spawn(process.execPath, ['-e', 'for (;;);']))
  await wait(ms)
  for (const one of busy.splice(0)) one.kill('SIGKILL')
}

/** As on a machine that has no time for it: it comes to its work in snatches. */
async function halt(ms: number) {
  const pid = world.media.listener.pid() ?? 0
  const end = Date.now() + ms
  while (Date.now() < end) {
    process.kill(pid, 'SIGSTOP')
    await wait(300)
    process.kill(pid, 'SIGCONT')
    await wait(300)
  }
}
