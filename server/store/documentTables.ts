/** The tables behind table documents; `bytea` columns are Buffers. */
export interface DocumentTables {
  documents: { table_id: string; dialogue_id: string; epoch: number; seq: number }
  yjs_updates: { table_id: string; epoch: number; seq: number; update: Buffer; actor: string; crc: string }
  /** Kept when updates are taken up in a snapshot: a version knows who wrote it. */
  yjs_authors: { table_id: string; epoch: number; client: number; person_id: string }
  yjs_snapshots: { table_id: string; epoch: number; seq: number; state: Buffer; crc: string }
}
