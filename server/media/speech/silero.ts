import { createRequire } from 'node:module'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { BLOCK, RATE } from './sound.ts'

/** One voice's line to the detector. It remembers: blocks must come in order. */
export interface Voice {
  /** Chance that this block of `BLOCK` samples (-1..1) holds speech, 0..1. `behind`: more sound waits already, so wait for nobody. */
  chance(block: Float32Array, behind?: boolean): Promise<number>
  /** Forget: the sound that comes next does not follow on what came before. */
  reset(): void
}

export interface Silero {
  voice(): Voice
}

/** Found by the package's own name for it, so that built code finds it as well. */
const MODEL = createRequire(import.meta.url).resolve('#speech-model')
/** Samples of the block before that the model wants to see again. */
const CONTEXT = 64
const INPUT = CONTEXT + BLOCK
/** What the model remembers of a voice: two layers. */
const LAYERS = 2
const LAYER = 128

interface Asked {
  memory: Memory
  answer(chance: number): void
  fail(error: unknown): void
}

interface Memory {
  input: Float32Array
  layers: Float32Array[]
}

/**
 * Loads Silero v5 on one thread: the listener shares its cores with the server and the SFU. Questions of several voices within `gatherMs`
 * are put to it together. That wait is most of what a block takes: a listener that has to catch up does without it.
 */
export async function loadSilero({ gatherMs = 0 } = {}): Promise<Silero> {
  const session = await InferenceSession.create(MODEL, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionProviders: ['cpu'],
    logSeverityLevel: 3,
  })
  let waiting: Asked[] = []
  let gathering: NodeJS.Timeout | null = null

  function ask(memory: Memory, behind: boolean): Promise<number> {
    return new Promise((answer, fail) => {
      waiting.push({ memory, answer, fail })
      if (behind || gatherMs === 0) setImmediate(decide)
      else gathering ??= setTimeout(decide, gatherMs)
    })
  }

  function decide() {
    if (gathering) clearTimeout(gathering)
    gathering = null
    if (waiting.length === 0) return
    const asked = waiting
    waiting = []
    run(session, asked).catch((error: unknown) => {
      for (const one of asked) one.fail(error)
    })
  }

  return { voice: () => createVoice(ask) }
}

const rate = new Tensor('int64', BigInt64Array.of(BigInt(RATE)), [1])

/** One call of the model for all who asked: input voice by voice, memory layer by layer. */
async function run(session: InferenceSession, asked: readonly Asked[]) {
  const count = asked.length
  const input = new Float32Array(count * INPUT)
  const state = new Float32Array(LAYERS * count * LAYER)
  asked.forEach(({ memory }, i) => {
    input.set(memory.input, i * INPUT)
    memory.layers.forEach((layer, l) => state.set(layer, (l * count + i) * LAYER))
  })
  const result = await session.run({
    input: new Tensor('float32', input, [count, INPUT]),
    state: new Tensor('float32', state, [LAYERS, count, LAYER]),
    sr: rate,
  })
  const next = result['stateN']?.data as Float32Array
  asked.forEach(({ memory, answer }, i) => {
    memory.layers = memory.layers.map((_, l) =>
      next.slice((l * count + i) * LAYER, (l * count + i + 1) * LAYER),
    )
    answer(Number(result['output']?.data[i] ?? 0))
  })
}

const nothing = () => Array.from({ length: LAYERS }, () => new Float32Array(LAYER))

function createVoice(ask: (memory: Memory, behind: boolean) => Promise<number>): Voice {
  const memory: Memory = { input: new Float32Array(INPUT), layers: nothing() }
  return {
    chance(block, behind = false) {
      memory.input.copyWithin(0, BLOCK)
      memory.input.set(block, CONTEXT)
      return ask(memory, behind)
    },
    reset() {
      memory.input.fill(0)
      memory.layers = nothing()
    },
  }
}
