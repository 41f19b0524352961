import { inThread } from '../kit/thread.ts'
import { TooBusy } from '../kit/tooBusy.ts'
import type { DocumentModel } from './model.ts'

/** Far more than a hundred pages need on a busy machine. */
const BOUNDS = { ms: 120_000, memory: 512 }

const WRITER = new URL('./pdfWriter', import.meta.url)

/**
 * Fonts are cut and pages laid out for a second or so without a pause; meanwhile people are talking, so not in their process's own thread.
 * Rejects with `TooBusy` when too many wait for one already.
 */
export async function pdfInThread(model: DocumentModel): Promise<Uint8Array> {
  const written = await inThread<Uint8Array>(WRITER, model, BOUNDS)
  if (written.ok) return written.value
  const why = `the PDF was not written: ${written.why}`
  throw written.why === 'busy' ? new TooBusy(why) : new Error(why)
}
