import * as z from 'zod'
import { endVoices } from '../media/voice.ts'
import { converse } from './conversation.ts'
import { loadSentences } from './sound.ts'
import { createVoice } from './voice.ts'
import type { Voice } from './voice.ts'

/**
 * The simulated participants of the demonstration, all in one process. Whoever starts it sends `{people}` once
 * and ends it with SIGTERM, or by closing the line between them.
 */
const order = z.object({ people: z.array(z.object({ name: z.string(), url: z.url() })) })

/** Apart in time, as people arrive. */
const ARRIVAL_MS = 120
const RETRY_MS = 1_000

const voices: Voice[] = []
let ending = false

async function arrive(link: string, name: string) {
  while (!ending) {
    try {
      voices.push(await createVoice({ link, name }))
      return
    } catch {
      // the server may be starting again
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
    }
  }
}

process.once('message', (message) => {
  const { people } = order.parse(message)
  people.forEach(({ url, name }, index) => setTimeout(() => void arrive(url, name), index * ARRIVAL_MS))
})

const { stop } = converse(() => voices, loadSentences())

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
