import * as Y from 'yjs'
import { DOCUMENT_LIMITS } from '../../../shared/agreement/limits.ts'

/** Bytes of one part: well below what the server takes at once. */
const PART = DOCUMENT_LIMITS.frame / 4
/** Yjs looks at all it merges for each of their changes, so thousands of keystrokes are merged by so many. */
const AT_ONCE = 50

/**
 * What the server lacks, as changes one behind the other that are small enough to be sent; empty when it fits in one. `unsent`: what was
 * typed here and is not known to be stored, in its order. `vector`: how far the server is.
 */
export function partsFor(doc: Y.Doc, vector: Uint8Array, unsent: readonly Uint8Array[]): Uint8Array[] {
  if (Y.encodeStateAsUpdate(doc, vector).length <= PART) return []
  const parts: Uint8Array[][] = []
  let size = PART
  for (const update of unsent) {
    size += update.length
    if (size > PART) {
      parts.push([])
      size = update.length
    }
    parts.at(-1)?.push(update)
  }
  return parts.map(merged)
}

function merged(updates: readonly Uint8Array[]): Uint8Array {
  if (updates.length <= AT_ONCE) return Y.mergeUpdates([...updates])
  const fewer: Uint8Array[] = []
  for (let at = 0; at < updates.length; at += AT_ONCE) fewer.push(merged(updates.slice(at, at + AT_ONCE)))
  return merged(fewer)
}
