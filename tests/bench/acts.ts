import { setTimeout as pause } from 'node:timers/promises'
import { RULE } from '../../server/media/speech/intervals.ts'
import { BOT_RATE, nowMs, type Bot } from '../support/bot.ts'
import type { Road } from '../support/road.ts'
import { joined, minus, within } from './score.ts'
import type { Interval, Voice } from './voices.ts'
import { atRate } from './wav.ts'

/** What befalls somebody while they speak; times are ms into the voice. */
export type Befalls =
  | { kind: 'mute'; off: Interval }
  /** This part (0..1) of the packets is lost, both ways. */
  | { kind: 'loss'; part: number }
  /** The connection is cut and comes back. */
  | { kind: 'cut'; off: Interval }
  /** To another table. */
  | { kind: 'move'; atMs: number }

/** A voice on the stage. */
export interface Part {
  voice: Voice
  befalls?: Befalls
}

/** Somebody who plays. `road` is there when something may befall their connection. */
export interface Performer {
  person: string
  bot: Bot
  road: Road | null
  /** Sit down at another table and come in there; `speak` is called before the microphone is on. */
  move(speak: (bot: Bot) => void): Promise<void>
}

/** When a part began (server ms), and where speech really was sent, by our rule of pauses; ms from there. */
export interface Acted {
  startMs: number
  truth: Interval[]
}

/** Plays a part to its end. */
export async function act({ voice, befalls }: Part, performer: Performer): Promise<Acted> {
  const samples = atRate(voice, BOT_RATE)
  const first = followHoldUps(performer.bot)
  const start = performer.bot.play(samples)
  const startMs = start + Date.now() - nowMs()
  let truly = first
  let off: Interval[] = []
  const until = (ms: number) => pause(start + ms - nowMs())

  switch (befalls?.kind) {
    case 'mute':
      off = [await muted(performer.bot, befalls.off, until)]
      break
    case 'loss':
      performer.road?.lose(befalls.part)
      break
    case 'cut':
      await until(befalls.off[0])
      performer.road?.cut()
      await until(befalls.off[1])
      performer.road?.mend()
      break
    case 'move': {
      await until(befalls.atMs)
      const left = nowMs()
      await performer.move((bot) => {
        const second = followHoldUps(bot)
        const begin = bot.play(new Float32Array(0))
        bot.play(samples.subarray(Math.max(0, Math.round(((begin - start) / 1000) * BOT_RATE))))
        truly = (sounds) => [
          ...first(within(sounds, [[-Infinity, begin]])),
          ...second(within(sounds, [[begin, Infinity]])),
        ]
        off = [[left, begin]]
      })
    }
  }
  await until((voice.samples.length / voice.rate) * 1000)
  const spoken = truly(
    joined(voice.speech, RULE.bridgeMs).map(([from, to]): Interval => [start + from, start + to]),
  )
  const sent = performer.road ? within(spoken, performer.road.sent()) : spoken
  const truth = minus(sent, off)
    // While a connection comes back a few packets leave that the SFU does not take yet.
    .filter(([from, to]) => to - from >= RULE.bridgeMs)
    .map(([from, to]): Interval => [from - start, to - start])
  return { startMs, truth }
}

/** Turns the microphone off and on; resolves with when it really happened. */
async function muted(
  bot: Bot,
  [from, to]: Interval,
  until: (ms: number) => Promise<void>,
): Promise<Interval> {
  await until(from)
  bot.mute(true)
  const began = nowMs()
  await until(to)
  bot.mute(false)
  return [began, nowMs()]
}

/**
 * Tells when sounds really were sent that should have been sent then, given where this client was held up since now: what was
 * being said breaks off there, and goes on when the client does. Pauses that listeners bridge are part of what was said.
 */
export function followHoldUps(bot: Pick<Bot, 'holdUps'>): (sounds: readonly Interval[]) => Interval[] {
  const earlier = bot.holdUps().length
  return (sounds) => {
    const since = bot.holdUps().slice(earlier)
    const later = since.reduce((all, { atMs, byMs }) => {
      const [before, after] = [within(all, [[-Infinity, atMs]]), within(all, [[atMs, Infinity]])]
      return [...before, ...after.map(([from, to]): Interval => [from + byMs, to + byMs])]
    }, joined(sounds))
    return joined(later, RULE.bridgeMs)
  }
}
