import { randomBytes } from 'node:crypto'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { createDocumentStore, type DocumentTables } from '../../server/store/documents.ts'
import { createDocumentTables } from '../../server/store/documentTables.ts'
import type { DocumentStore } from '../../server/store/store.ts'

export interface DocumentsDatabase {
  db: Kysely<DocumentTables>
  store: DocumentStore
  close(): Promise<void>
}

/** The document tables in a schema of their own on the real server. */
export async function documentsDatabase(url: string): Promise<DocumentsDatabase> {
  const schema = `documents_${randomBytes(6).toString('hex')}`
  const pool = new pg.Pool({ connectionString: url, max: 4, options: `-c search_path=${schema}` })
  pool.on('error', () => undefined)
  await pool.query(`create schema ${schema}`)
  const db = new Kysely<DocumentTables>({ dialect: new PostgresDialect({ pool }) })
  await createDocumentTables(db)
  return { db, store: createDocumentStore(db), close: () => db.destroy() }
}
