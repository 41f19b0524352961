import { randomBytes } from 'node:crypto'
import { Kysely, PostgresDialect } from 'kysely'
import { Client, Pool } from 'pg'
import { createDocumentStore } from '../../server/store/documents.ts'
import { migrate, SCHEMA } from '../../server/store/migrations.ts'
import type { DocumentStore } from '../../server/store/store.ts'
import type { Tables } from '../../server/store/tables.ts'

export interface DocumentsDatabase {
  /** To look behind the store, and to damage what it keeps. */
  db: Kysely<Tables>
  store: DocumentStore
  close(): Promise<void>
}

/** A database of its own on the real server, with our migrations. */
export async function documentsDatabase(url: string): Promise<DocumentsDatabase> {
  const name = `documents_${randomBytes(6).toString('hex')}`
  const admin = new Client({ connectionString: url })
  await admin.connect()
  await admin.query(`create database ${name}`)
  await admin.end()
  const own = new URL(url)
  own.pathname = `/${name}`
  const pool = new Pool({ connectionString: own.href, max: 4, options: `-c search_path=${SCHEMA}` })
  pool.on('error', () => undefined)
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  await migrate(db)
  return { db, store: createDocumentStore(db), close: () => db.destroy() }
}
