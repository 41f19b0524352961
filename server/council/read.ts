import type { Words } from '../../shared/agreement/canonical.ts'
import { inThread } from '../kit/thread.ts'
import type { Code, Judgement, ListRead, Read } from './outcome.ts'

export type CouncilText = { name: string; bytes: Uint8Array } | { pasted: string }

export interface Limits {
  bytes: number
  ms: number
  /** Bytes of everything that is packed in the file, counted while it is unpacked. */
  unpacked: number
}

export const COUNCIL_LIMITS: Limits = { bytes: 10 * 1024 * 1024, ms: 10_000, unpacked: 50 * 1024 * 1024 }

/** A list of a thousand people is smaller by far. */
export const LIST_LIMITS: Limits = { bytes: 2 * 1024 * 1024, ms: 10_000, unpacked: 30 * 1024 * 1024 }

/** Megabytes: what reading the largest file that is taken needs, and a bit. */
const MEMORY = 512

const READER = new URL('./reader', import.meta.url)

const WHY: Record<'time' | 'memory' | 'fault' | 'busy', Code> = {
  time: 'too_long',
  memory: 'too_big',
  fault: 'not_a_document',
  busy: 'busy',
}

const sizeOf = (given: CouncilText): number =>
  'bytes' in given ? given.bytes.length : Buffer.byteLength(given.pasted)

async function inReader<T>(size: number, given: object, { bytes, ms, unpacked }: Limits) {
  if (size > bytes) return { ok: false, code: 'too_big' } as const
  const threaded = await inThread<T>(READER, { ...given, unpacked }, { ms, memory: MEMORY })
  return threaded.ok ? threaded.value : ({ ok: false, code: WHY[threaded.why] } as const)
}

/**
 * The paragraphs of what the council returned: pasted, or a file (ODT, DOCX, PDF, plain text). What kind of file it is
 * is told from its bytes; a name says no more than whether text is Markdown. It is read in a thread of its own, for a file from outside may be made
 * to take all time and memory; what is too big to begin with is not read at all.
 */
export const readCouncil = (given: CouncilText, limits: Limits = COUNCIL_LIMITS): Promise<Read> =>
  inReader<Read>(sizeOf(given), { given, set: null }, limits)

/** What became of each of these agreements in it (H3), found in the same thread: comparing a long text takes long too. */
export const judgeCouncil = (
  set: readonly Words[],
  given: CouncilText,
  limits: Limits = COUNCIL_LIMITS,
): Promise<Judgement> => inReader<Judgement>(sizeOf(given), { given, set }, limits)

/** A list of people as a spreadsheet saves it, as lines of text: comma separated in any encoding, Excel's or OpenDocument's. */
export const readList = (list: Uint8Array, limits: Limits = LIST_LIMITS): Promise<ListRead> =>
  inReader<ListRead>(list.length, { list }, limits)
