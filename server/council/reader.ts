import { parentPort, workerData } from 'node:worker_threads'
import type { Words } from '../../shared/agreement/canonical.ts'
import { BEGUN } from '../kit/thread.ts'
import { compare } from './compare.ts'
import { Refused, type Judgement, type ListRead, type Read } from './outcome.ts'
import type { CouncilText } from './read.ts'
import { paragraphsOf } from './paragraphs.ts'
import { listOf } from './sheet.ts'

/**
 * The thread's own file: reads one text, compares a set with it when there is one, and says what came of it; or reads a list of people.
 */

type Given = GivenText | { list: Uint8Array; unpacked: number }
interface GivenText {
  given: CouncilText
  unpacked: number
  set: readonly Words[] | null
}

async function read(asked: Given): Promise<Read | Judgement | ListRead> {
  try {
    if ('list' in asked) return { ok: true, text: await listOf(asked.list, asked.unpacked) }
    const { given, unpacked, set } = asked
    const paragraphs = await paragraphsOf(given, unpacked)
    return set ? { ok: true, verdicts: compare(set, paragraphs) } : { ok: true, paragraphs }
  } catch (error) {
    // whatever else a library stumbles over: it is no file we know
    return { ok: false, code: error instanceof Refused ? error.code : 'not_a_document' }
  }
}

parentPort?.postMessage(BEGUN, [])
parentPort?.postMessage(await read(workerData), [])
