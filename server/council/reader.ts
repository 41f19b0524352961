import { parentPort, workerData } from 'node:worker_threads'
import { BEGUN } from '../kit/thread.ts'
import { Refused, type Read } from './outcome.ts'
import type { CouncilText } from './read.ts'
import { paragraphsOf } from './paragraphs.ts'

/** The thread's own file: reads one text and says what came of it. */

interface Given {
  given: CouncilText
  unpacked: number
}

async function read({ given, unpacked }: Given): Promise<Read> {
  try {
    return { ok: true, paragraphs: await paragraphsOf(given, unpacked) }
  } catch (error) {
    // whatever else a library stumbles over: it is no file we know
    return { ok: false, code: error instanceof Refused ? error.code : 'not_a_document' }
  }
}

parentPort?.postMessage(BEGUN, [])
parentPort?.postMessage(await read(workerData), [])
