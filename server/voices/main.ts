import { setTimeout as pause } from 'node:timers/promises'
import * as z from 'zod'
import { endVoices } from '../media/voice.ts'
import { converse } from './conversation.ts'
import { loadSentences } from './sound.ts'
import { createVoice } from './voice.ts'
import type { Voice } from './voice.ts'
import { createWear } from './wear.ts'

/**
 * The simulated participants of the demonstration, all in one process. Whoever starts it sends `{people}` once
 * and ends it with SIGTERM, or by closing the line between them.
 */
const order = z.object({ people: z.array(z.object({ name: z.string(), url: z.url() })) })

/** Apart in time, as people arrive. */
const ARRIVAL_MS = 120
const RETRY_MS = 1_000
const SAMPLE_MS = 10_000
/** A sentence or two; whoever still has a turn then takes it up in the next process. */
const FINISH_MS = 15_000
const LOOK_MS = 100

const voices: Voice[] = []
let ending = false

async function arrive(link: string, name: string) {
  while (!ending) {
    try {
      voices.push(await createVoice({ link, name }))
      return
    } catch {
      // the server may be starting again
      await pause(RETRY_MS)
    }
  }
}

process.once('message', (message) => {
  const { people } = order.parse(message)
  people.forEach(({ url, name }, index) => setTimeout(() => void arrive(url, name), index * ARRIVAL_MS))
})

const { stop } = converse(() => voices, loadSentences())

/**
 * The native library keeps half a megabyte of every room that was joined, also after it was left, and every few turns a voice
 * joins afresh. So a process that has grown begins nothing more, lets the sentences under way be finished, and ends; whoever
 * started it starts another, in which everybody takes up the hand, the offer or the turn they had.
 */
const wear = createWear()
const watching = setInterval(() => {
  if (!wear.sample(process.memoryUsage.rss() / 2 ** 20)) return
  clearInterval(watching)
  stop()
  void finished().then(end)
}, SAMPLE_MS)

async function finished() {
  const late = Date.now() + FINISH_MS
  while (Date.now() < late && voices.some((voice) => voice.speaking())) await pause(LOOK_MS)
}

async function end() {
  if (ending) return
  ending = true
  stop()
  // native clean-up may hang on a media server that is gone
  setTimeout(() => process.exit(0), 1_500).unref()
  await Promise.allSettled(voices.map((voice) => voice.close()))
  await endVoices()
  process.exit(0)
}
process.once('SIGTERM', () => void end())
process.once('disconnect', () => void end())
// Ctrl-C reaches the whole process group; whoever started this decides when it ends
process.on('SIGINT', () => undefined)
