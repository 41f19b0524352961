import { sql } from 'kysely'
import { assertFit } from './condition.ts'
import { connect } from './connection.ts'
import { migrate } from './migrations.ts'
import { ForTheAdministrator } from '../kit/forTheAdministrator.ts'
import { BEFORE, SCHEMA } from './schema.ts'
import { inspect } from './soundness.ts'
import type { Soundness } from './store.ts'

const LEFT = `In de database staan nog gegevens van voor een vorig herstel (schema ${BEFORE}). Kijk of alles er is, en wis ze dan met: drop schema ${BEFORE} cascade`

/** The database as a whole, for whoever keeps it: nothing in it is brought up to date by looking. */
export interface WholeDatabase {
  /** PostgreSQL's major version. */
  major(): Promise<number>
  /** Nothing of ours stands in it, neither set aside by `replacing`. It only looks. */
  isEmpty(): Promise<boolean>
  /** A copy is being put back, or was broken off: what counts was set aside. */
  isSetAside(): Promise<boolean>
  /** Then it comes back; only for whoever is alone with the database. */
  bringBack(): Promise<void>
  /**
   * While `work` runs there is nothing of ours in it; what stood there comes back when that rejects, and is gone when it does not.
   */
  replacing(work: () => Promise<void>): Promise<void>
  /** What an earlier release left gets the form of this one; rejects for what a later one left. */
  bringUpToDate(): Promise<void>
  inspect(): Promise<Soundness>
  close(): Promise<void>
}

export function openWhole(url: string): WholeDatabase {
  const db = connect({ url, connections: 1, onTrouble: () => undefined, unhurried: true })
  const there = async (schema: string): Promise<boolean> => {
    const { rows } = await sql`select 1 from pg_namespace where nspname = ${schema}`.execute(db)
    return rows.length > 0
  }
  const rename = (from: string, to: string) =>
    sql`alter schema ${sql.id(from)} rename to ${sql.id(to)}`.execute(db)
  const drop = (schema: string) => sql`drop schema if exists ${sql.id(schema)} cascade`.execute(db)
  /** A backup comes in whole or not at all: without the one schema the other is still what counts. */
  const bringBack = async () => {
    if (!(await there(BEFORE))) return
    if (await there(SCHEMA)) throw new ForTheAdministrator(LEFT)
    await rename(BEFORE, SCHEMA)
  }

  return {
    async major() {
      const { rows } = await sql<{ number: number }>`
        select current_setting('server_version_num')::int as number`.execute(db)
      return Math.floor((rows[0]?.number ?? 0) / 10_000)
    },
    async isEmpty() {
      const { rows } = await sql`
        select 1 from pg_tables where schemaname in (${SCHEMA}, ${BEFORE}) limit 1`.execute(db)
      return rows.length === 0
    },
    isSetAside: async () => (await there(BEFORE)) && !(await there(SCHEMA)),
    bringBack,
    async replacing(work) {
      const hadSome = await there(SCHEMA)
      if (hadSome) await rename(SCHEMA, BEFORE)
      try {
        await work()
      } catch (error) {
        // half of what came in is nothing; what stands there while nothing is set aside is no half
        if (!hadSome || (await there(BEFORE))) await drop(SCHEMA)
        await bringBack()
        throw error
      }
      await drop(BEFORE)
    },
    async bringUpToDate() {
      await assertFit(db)
      await migrate(db)
    },
    inspect: () => inspect(db),
    close: () => db.destroy(),
  }
}
