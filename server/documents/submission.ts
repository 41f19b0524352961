import { DOCUMENT_LIMITS } from '../../shared/agreement/limits.ts'
import type { Writer } from './authors.ts'
import type { Refusal } from './refusal.ts'
import type { TableDocument } from './table.ts'
import { createWaiting } from './waiting.ts'

export interface SubmissionInput {
  writer: Writer
  /** How many updates may wait for missing parts. */
  limit: number
  /** A held update is looked at again. */
  again(): void
  refuse(refusal: Refusal): void
}

/** The changes of one connection on their way into the document, with those that wait for a part. */
export function createSubmission({ writer, limit, again, refuse }: SubmissionInput) {
  const waiting = createWaiting({ updates: limit, bytes: DOCUMENT_LIMITS.frame })

  /** False: refused, and there is no going on. */
  const attempt = (update: Uint8Array, document: TableDocument): boolean => {
    const verdict = document.submit(update, writer)
    if (verdict.kind === 'waiting' && !waiting.hold(update, verdict.missing)) {
      refuse({ kind: 'refused', why: 'size', rebuilt: 0 })
      return false
    }
    if (verdict.kind === 'refused') refuse(verdict)
    return verdict.kind !== 'refused'
  }

  /** Those for which a part has come, one at a time: each may be the part another waits for. */
  const retry = (document: TableDocument) => {
    for (let next = waiting.next(document.clock); next; next = waiting.next(document.clock)) {
      again()
      if (!attempt(next, document)) return
    }
  }

  return {
    submit: (update: Uint8Array, document: TableDocument) => {
      if (attempt(update, document)) retry(document)
    },
    retry,
    stop: waiting.clear,
  }
}
