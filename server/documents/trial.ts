import * as Y from 'yjs'
import { openAgreement } from '../../shared/agreement/document.ts'
import { DOCUMENT_LIMITS } from '../../shared/agreement/limits.ts'
import { checkChange, type ShapeFault } from '../../shared/agreement/shape.ts'
import type { TextRights } from '../../shared/dialogue/agreements/textRights.ts'

type Fault = NonNullable<ShapeFault> | 'malformed' | 'size'

/** `nothing`: all of it was known. `refused`: the shadow was made again for it, so many bytes. */
export type Outcome =
  { kind: 'new'; update: Uint8Array } | { kind: 'nothing' } | { kind: 'refused'; why: Fault; rebuilt: number }

export interface Touched {
  shadow: unknown
  parts: ReadonlySet<unknown>
}

export interface Trial {
  /** The update builds only on what is known: see `missingFor`. */
  attempt(update: Uint8Array, rights: TextRights): Outcome
  /** What is stored by others is in it from now on. */
  absorb(update: Uint8Array): void
  /** The parts of the text that the last of these changed; those of another shadow are others. */
  touched(): Touched
  /** Made again from what is stored and on its way. */
  fresh(): void
  /** Next clock of a client id, counting what was accepted but is not stored yet. */
  clock(client: number): number
  size(): number
}

/**
 * A shadow of the document in which every update is tried before it is stored. It runs ahead of the live document by
 * what is on its way to the database. `rebuild` gives its state back after a refusal: live plus what is on its way.
 */
export function createTrial(rebuild: () => Uint8Array[]): Trial {
  let shadow: Y.Doc
  let produced: Uint8Array | null = null
  let touched = new Set<unknown>()
  let size = 0

  const fresh = () => {
    shadow = new Y.Doc({ gc: true })
    const parts = rebuild()
    for (const part of parts) Y.applyUpdate(shadow, part)
    size = parts.reduce((sum, part) => sum + part.length, 0)
    shadow.on('afterTransaction', (transaction) => {
      for (const type of transaction.changed.keys()) touched.add(type)
    })
    shadow.on('update', (update) => {
      produced = produced ? Y.mergeUpdates([produced, update]) : update
    })
  }
  fresh()

  const tooLarge = (extra: number): boolean => {
    if (size + extra <= DOCUMENT_LIMITS.document) return false
    size = Y.encodeStateAsUpdate(shadow).length
    return size > DOCUMENT_LIMITS.document
  }

  const fault = ({ known, writable }: TextRights): Fault | null => {
    if (shadow.store.pendingStructs || shadow.store.pendingDs) return 'malformed'
    return (
      checkChange(shadow, touched, known, writable) ?? (produced && tooLarge(produced.length) ? 'size' : null)
    )
  }

  const attempt = (update: Uint8Array, rights: TextRights): Outcome => {
    produced = null
    touched = new Set()
    let why: Fault | null
    try {
      for (const id of rights.known) openAgreement(shadow, id)
      Y.applyUpdate(shadow, update)
      why = fault(rights)
    } catch {
      why = 'malformed'
    }
    if (why) {
      fresh()
      return { kind: 'refused', why, rebuilt: size }
    }
    if (!produced) return { kind: 'nothing' }
    size += (produced as Uint8Array).length
    return { kind: 'new', update: produced }
  }

  const absorb = (update: Uint8Array) => {
    touched = new Set()
    Y.applyUpdate(shadow, update)
    size += update.length
    // it is theirs, and where nobody writes it would be kept without end
    produced = null
  }

  return {
    attempt,
    absorb,
    touched: () => ({ shadow, parts: touched }),
    fresh,
    clock: (client) => Y.getState(shadow.store, client),
    size: () => size,
  }
}
