import type { TableId } from '../../shared/dialogue/model.ts'
import type { DocumentStore, DocumentVersion } from '../store/documentStore.ts'
import type { Writer } from './authors.ts'
import type { Certainty } from './certainty.ts'
import type { Bench } from './judge.ts'
import type { Queue } from './queue.ts'
import type { Replica } from './replica.ts'

export interface TableHooks {
  /** An update is stored: send it to everybody but its writer (null: to everybody). */
  stored(update: Uint8Array, writer: Writer | null): void
  /** A writer was told that a change is stored, so many milliseconds after it was taken. */
  answered(ms: number): void
  /** The document can go no further: close its connections and load it anew. */
  failed(why: 'stale' | 'broken'): void
  /** Other nodes write in this text too. */
  others?: {
    /** Something of ours is stored, or words stand still by us. */
    committed(version: DocumentVersion): void
    /** Resolves once the rights of all writers here follow what is decided now. */
    upToDate(): Promise<void>
  }
}

/** What the work on one text shares. */
export interface TableParts extends Bench {
  table: TableId
  store: DocumentStore
  hooks: TableHooks
  replica: Replica
  queue: Queue
  certainty: Certainty
  /** Until it is done. Null: there is no going on with this document, or it was stopped. */
  surely<T>(work: () => Promise<T>): Promise<T | null>
}
