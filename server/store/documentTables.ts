import { sql, type Kysely } from 'kysely'

/** Creates the tables of `DocumentTables`; a step of the migrations. Rows go with their document. */
export async function createDocumentTables<T>(db: Kysely<T>): Promise<void> {
  await db.schema
    .createTable('documents')
    .addColumn('table_id', 'text', (column) => column.primaryKey())
    .addColumn('dialogue_id', 'text', (column) => column.notNull())
    .addColumn('epoch', 'integer', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('yjs_updates')
    .addColumn('table_id', 'text', (column) =>
      column.notNull().references('documents.table_id').onDelete('cascade'),
    )
    .addColumn('epoch', 'integer', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('update', 'bytea', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('crc', 'text', (column) => column.notNull())
    .addColumn('at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
    .addPrimaryKeyConstraint('yjs_updates_key', ['table_id', 'epoch', 'seq'])
    .execute()
  await db.schema
    .createTable('yjs_snapshots')
    .addColumn('table_id', 'text', (column) =>
      column.notNull().references('documents.table_id').onDelete('cascade'),
    )
    .addColumn('epoch', 'integer', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('state', 'bytea', (column) => column.notNull())
    .addColumn('crc', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('yjs_snapshots_key', ['table_id', 'epoch', 'seq'])
    .execute()
}
