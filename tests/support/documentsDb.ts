import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import { Client } from 'pg'
import { connect } from '../../server/store/connection.ts'
import { createDocumentStore } from '../../server/store/documents.ts'
import { migrate } from '../../server/store/migrations.ts'
import type { DocumentStore } from '../../server/store/documentStore.ts'
import type { Tables } from '../../server/store/tables.ts'

export interface DocumentsDatabase {
  /** To look behind the store, and to damage what it keeps. */
  db: Kysely<Tables>
  store: DocumentStore
  url: string
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
  const db = openTables(own.href)
  await migrate(db)
  return { db, store: createDocumentStore(db), url: own.href, close: () => db.destroy() }
}

/** Another connection to the same tables, for instance through a gate; as patient with a busy machine as the product. */
export const openTables = (url: string): Kysely<Tables> =>
  connect({ url, connections: 4, onTrouble: () => undefined, unhurried: true })
