import type { ColumnType, Generated } from 'kysely'

/** By the id of the hold; `until` in ms on the database's clock. */
type Holds = Record<string, { agreement: string; until: number }>

/** The tables behind table documents; `bytea` columns are Buffers. */
export interface DocumentTables {
  documents: {
    table_id: string
    dialogue_id: string
    epoch: number
    seq: number
    /** How often words began or ceased to stand still, and which do so now. */
    holds: Generated<number>
    held: ColumnType<Holds, string | undefined, string>
  }
  yjs_updates: { table_id: string; epoch: number; seq: number; update: Buffer; actor: string; crc: string }
  /** Kept when updates are taken up in a snapshot: a version knows who wrote it. */
  yjs_authors: { table_id: string; epoch: number; client: number; person_id: string }
  yjs_snapshots: { table_id: string; epoch: number; seq: number; state: Buffer; crc: string }
}
