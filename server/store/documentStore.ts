import type { AgreementId, DialogueId, PersonId, TableId } from '../../shared/dialogue/model.ts'

/** How far a text is. `holds` goes up whenever words of it begin to stand still, and when they do so no more. */
export interface DocumentVersion {
  epoch: number
  seq: number
  holds: number
}
/** Words that stand still while a decision is taken on them, for as long as its node lives. */
export interface HeldWords {
  hold: string
  agreement: AgreementId
}
/** Where it is written that words stand still. */
export interface StoredHold {
  table: TableId
  epoch: number
  hold: string
}
/** `seq` is the number of its last update: what knows all this may append to it. */
export interface StoredDocument extends DocumentVersion {
  /** Number of the last update taken up in `state`, or before the first of `updates`. */
  from: number
  state: Uint8Array | null
  updates: { seq: number; update: Uint8Array }[]
  /** Who wrote under which client id; behind what is known, of those who wrote in `updates`. */
  authors: [client: number, person: PersonId][]
  held: HeldWords[]
}
/** A change, by whom, and the client ids under which this person writes for the first time. */
export interface DocumentUpdate {
  update: Uint8Array
  actor: PersonId
  claimed: readonly number[]
}
export interface DocumentStore {
  /** Creates the document at epoch 1 when it is new. Throws `CorruptDocument` when a stored row fails its checksum. */
  load(table: TableId, dialogue: DialogueId): Promise<StoredDocument>
  epoch(table: TableId): Promise<number | null>
  /** What was stored behind this. Throws `OldEpoch` when the document was rebuilt since, and as `load` does. */
  after(table: TableId, known: DocumentVersion): Promise<StoredDocument>
  /** How far these are and what stands still in them now; of one that is gone nothing. */
  look(tables: readonly TableId[]): Promise<(DocumentVersion & { table: TableId; held: HeldWords[] })[]>
  /**
   * One transaction for the whole group; resolves after commit with each update's number. Null: it has gone on from what
   * is known, or was rebuilt; then nothing is stored.
   */
  append(table: TableId, known: DocumentVersion, updates: DocumentUpdate[]): Promise<number[] | null>
  /** These words stand still at every node until `release`, or until so many milliseconds are over. Throws `OldEpoch`. */
  hold(table: TableId, epoch: number, words: HeldWords, ms: number): Promise<DocumentVersion>
  release(table: TableId, epoch: number, hold: string): Promise<DocumentVersion>
  /** Keeps the last two snapshots and the log behind them. */
  snapshot(table: TableId, epoch: number, seq: number, state: Uint8Array): Promise<void>
}
