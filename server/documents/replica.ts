import * as Y from 'yjs'
import { rootOf } from '../../shared/agreement/document.ts'
import { CorruptDocument } from '../store/documents.ts'
import type { DocumentVersion, StoredDocument } from '../store/documentStore.ts'

/** One table's text as this node knows it to be stored: the updates in the order of their numbers, and nothing else. */
export interface Replica {
  live: Y.Doc
  version(): DocumentVersion
  /** What is stored under the next number. */
  take(update: Uint8Array, seq: number): void
  /** Words began to stand still, or do so no more. */
  heldAnew(holds: number): void
}

/** Throws `CorruptDocument` when what is stored cannot be trusted. */
export function openReplica({ state, from, updates, epoch, holds: before }: StoredDocument): Replica {
  const live = new Y.Doc({ gc: true })
  let seq = from
  let holds = before
  const take = (update: Uint8Array, number: number) => {
    Y.applyUpdate(live, update)
    seq = number
  }
  if (state) take(state, from)
  for (const one of updates) take(one.update, one.seq)
  // repaired after the others were carried over: to be opened as if it were empty would hide it
  if ([...live.share.keys()].some((name) => !rootOf(name)))
    throw new CorruptDocument('it has the form of an earlier release')
  return {
    live,
    version: () => ({ epoch, seq, holds }),
    take,
    heldAnew: (number) => void (holds = number),
  }
}
